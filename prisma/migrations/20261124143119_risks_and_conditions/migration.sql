-- CreateEnum
CREATE TYPE "RiskKind" AS ENUM ('RISK', 'ISSUE');

-- AlterTable
ALTER TABLE "PlanDetails" ADD COLUMN     "riskScale" INTEGER;

-- CreateTable
CREATE TABLE "Risk" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "RiskKind" NOT NULL,
    "name" TEXT NOT NULL,
    "cause" TEXT,
    "effect" TEXT,
    "likelihood" INTEGER,
    "impact" INTEGER NOT NULL,
    "ownerId" TEXT,
    "response" TEXT,
    "strandId" TEXT,
    "savingId" TEXT,
    "visibility" "Visibility" NOT NULL,
    "visibilityReason" TEXT,
    "raisedOn" CHAR(10) NOT NULL,
    "closedOn" CHAR(10),
    "closeReason" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Risk_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Condition" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "rag" "Rag",
    "ratedOn" CHAR(10),
    "evidence" TEXT,
    "evidenceOn" CHAR(10),
    "metOn" CHAR(10),
    "ownerId" TEXT,
    "visibility" "Visibility" NOT NULL,
    "visibilityReason" TEXT,
    "droppedOn" CHAR(10),
    "dropReason" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Condition_pkey" PRIMARY KEY ("planId","id")
);

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_planId_ownerId_fkey" FOREIGN KEY ("planId", "ownerId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_planId_strandId_fkey" FOREIGN KEY ("planId", "strandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_planId_savingId_fkey" FOREIGN KEY ("planId", "savingId") REFERENCES "Saving"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_planId_ownerId_fkey" FOREIGN KEY ("planId", "ownerId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
