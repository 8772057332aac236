-- AlterTable
ALTER TABLE "PlanDetails" ADD COLUMN     "smallNumberThreshold" INTEGER;
