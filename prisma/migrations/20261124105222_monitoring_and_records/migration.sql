-- CreateEnum
CREATE TYPE "DeficitRecordKind" AS ENUM ('SECTION_251', 'DSG_NOTE', 'S151_ASSURANCE', 'REVENUE_OUTTURN', 'ACCOUNTS');

-- AlterTable
ALTER TABLE "Saving" ADD COLUMN     "costInstead" BIGINT,
ADD COLUMN     "costOfPlace" BIGINT,
ADD COLUMN     "fewerPlaces" BIGINT,
ADD COLUMN     "placement" "Placement";

-- AlterTable
ALTER TABLE "SavingProposal" ADD COLUMN     "costInstead" BIGINT,
ADD COLUMN     "costOfPlace" BIGINT,
ADD COLUMN     "fewerPlaces" BIGINT,
ADD COLUMN     "placement" "Placement";

-- CreateTable
CREATE TABLE "Scenario" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "growthBy" INTEGER,
    "inflationBy" INTEGER,
    "allocationBy" INTEGER,
    "lateActionId" TEXT,
    "lateMonths" INTEGER,
    "isTransferRefused" BOOLEAN NOT NULL,
    "overrideEnds" INTEGER,
    "droppedOn" CHAR(10),

    CONSTRAINT "Scenario_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "BudgetLine" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "isIncome" BOOLEAN NOT NULL,
    "category" "Placement",
    "budget" BIGINT NOT NULL,
    "scope" "Scope" NOT NULL,
    "sourceId" TEXT NOT NULL,
    "droppedOn" CHAR(10),

    CONSTRAINT "BudgetLine_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "BudgetReport" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "asOf" CHAR(10) NOT NULL,
    "toDate" BIGINT NOT NULL,
    "outturn" BIGINT NOT NULL,
    "places" BIGINT,
    "note" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "BudgetReport_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "DeficitRecord" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "record" "DeficitRecordKind" NOT NULL,
    "asOf" CHAR(10) NOT NULL,
    "scope" "Scope" NOT NULL,
    "amount" BIGINT NOT NULL,
    "note" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "DeficitRecord_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "DeficitDifference" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "droppedOn" CHAR(10),

    CONSTRAINT "DeficitDifference_pkey" PRIMARY KEY ("planId","id")
);

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_planId_versionId_fkey" FOREIGN KEY ("planId", "versionId") REFERENCES "ForecastVersion"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_planId_lateActionId_fkey" FOREIGN KEY ("planId", "lateActionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetReport" ADD CONSTRAINT "BudgetReport_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetReport" ADD CONSTRAINT "BudgetReport_planId_lineId_fkey" FOREIGN KEY ("planId", "lineId") REFERENCES "BudgetLine"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetReport" ADD CONSTRAINT "BudgetReport_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeficitRecord" ADD CONSTRAINT "DeficitRecord_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeficitRecord" ADD CONSTRAINT "DeficitRecord_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeficitDifference" ADD CONSTRAINT "DeficitDifference_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeficitDifference" ADD CONSTRAINT "DeficitDifference_planId_recordId_fkey" FOREIGN KEY ("planId", "recordId") REFERENCES "DeficitRecord"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeficitDifference" ADD CONSTRAINT "DeficitDifference_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
