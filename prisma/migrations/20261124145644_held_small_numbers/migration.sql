-- AlterTable
ALTER TABLE "ForecastVersion" ADD COLUMN     "heldSmallNumbers" BOOLEAN;
