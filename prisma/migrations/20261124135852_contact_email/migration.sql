-- AlterTable
ALTER TABLE "PlanDetails" ADD COLUMN     "contactEmail" TEXT;
