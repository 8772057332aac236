-- CreateEnum
CREATE TYPE "PlanChart" AS ENUM ('IN_YEAR', 'CUMULATIVE', 'SAVINGS');

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "chart" "PlanChart";
