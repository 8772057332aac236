-- CreateEnum
CREATE TYPE "Rhythm" AS ENUM ('MONTHLY', 'QUARTERLY', 'TERMLY');

-- CreateEnum
CREATE TYPE "CycleStage" AS ENUM ('PLANNED', 'OPEN', 'IN_REVIEW', 'SIGNED_OFF');

-- CreateEnum
CREATE TYPE "ProposalOutcome" AS ENUM ('WAITING', 'AGREED', 'RETURNED', 'REPLACED');

-- AlterEnum
ALTER TYPE "Provenance" ADD VALUE 'ENTERED';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "SavingStatus" ADD VALUE 'CONFIRMED';
ALTER TYPE "SavingStatus" ADD VALUE 'WITHDRAWN';

-- AlterTable
ALTER TABLE "Dependency" ADD COLUMN     "endedOn" CHAR(10);

-- AlterTable
ALTER TABLE "Milestone" ADD COLUMN     "dropReason" TEXT,
ADD COLUMN     "droppedOn" CHAR(10),
ADD COLUMN     "moveReason" TEXT;

-- AlterTable
ALTER TABLE "PlanDetails" ADD COLUMN     "entrySourceId" TEXT,
ADD COLUMN     "graceDays" INTEGER,
ADD COLUMN     "rhythm" "Rhythm";

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "accountId" TEXT,
ADD COLUMN     "hash" TEXT,
ADD COLUMN     "personId" TEXT;

-- AlterTable
ALTER TABLE "Saving" ADD COLUMN     "budgetLine" TEXT;

-- AlterTable
ALTER TABLE "SavingYear" ADD COLUMN     "returnReason" TEXT;

-- AlterTable
ALTER TABLE "Strand" ADD COLUMN     "endReason" TEXT,
ADD COLUMN     "endedOn" CHAR(10);

-- CreateTable
CREATE TABLE "SavingProposal" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "savingId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "proposedOn" CHAR(10) NOT NULL,
    "type" "SavingType" NOT NULL,
    "recurrence" "Recurrence" NOT NULL,
    "fundingSource" "FundingSource" NOT NULL,
    "status" "SavingStatus" NOT NULL,
    "fullYearValue" BIGINT,
    "startsOn" CHAR(10),
    "confidencePercent" INTEGER,
    "confidenceReason" TEXT,
    "baseline" TEXT,
    "method" TEXT,
    "budgetLine" TEXT,
    "note" TEXT,
    "outcome" "ProposalOutcome" NOT NULL,
    "outcomeReason" TEXT,
    "decidedById" TEXT,
    "decidedOn" CHAR(10),

    CONSTRAINT "SavingProposal_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Cycle" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "opensOn" CHAR(10) NOT NULL,
    "dueOn" CHAR(10) NOT NULL,
    "graceUntil" CHAR(10) NOT NULL,
    "stage" "CycleStage" NOT NULL,
    "reviewedOn" CHAR(10),
    "reviewedById" TEXT,
    "signedOffOn" CHAR(10),
    "signedOffById" TEXT,
    "statement" TEXT,

    CONSTRAINT "Cycle_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Update" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cycleId" TEXT,
    "actionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "submittedOn" CHAR(10) NOT NULL,
    "isNoChange" BOOLEAN NOT NULL,
    "deliveryRag" "Rag",
    "benefitRag" "Rag",
    "proposedBenefitRag" "Rag",
    "proposedBecause" TEXT,
    "progress" TEXT,
    "reason" TEXT,
    "pathToGreen" TEXT,

    CONSTRAINT "Update_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "SettledConflict" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "strandId" TEXT,
    "actionId" TEXT,
    "subject" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "kept" TEXT NOT NULL,
    "refused" TEXT NOT NULL,
    "keptBy" TEXT NOT NULL,
    "refusedBy" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "settledOn" CHAR(10) NOT NULL,

    CONSTRAINT "SettledConflict_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isAdministrator" BOOLEAN NOT NULL DEFAULT false,
    "passwordHash" TEXT,
    "oidcIssuer" TEXT,
    "oidcSubject" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountPerson" (
    "accountId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "AccountPerson_pkey" PRIMARY KEY ("accountId","planId")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "accountId" TEXT,
    "planId" TEXT,
    "personId" TEXT,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "tokenHash" TEXT NOT NULL,
    "accountId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "tokenHash" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "SignInFailure" (
    "bucket" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInFailure_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "Draft" (
    "planId" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("planId","owner","subject")
);

-- CreateTable
CREATE TABLE "Look" (
    "planId" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Look_pkey" PRIMARY KEY ("planId","owner")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "planId" TEXT,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" TIMESTAMPTZ(3),
    "lastProblem" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Account_oidcIssuer_oidcSubject_key" ON "Account"("oidcIssuer", "oidcSubject");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_key_key" ON "Mail"("key");

-- CreateIndex
CREATE INDEX "Mail_sentAt_idx" ON "Mail"("sentAt");

-- AddForeignKey
ALTER TABLE "PlanDetails" ADD CONSTRAINT "PlanDetails_planId_entrySourceId_fkey" FOREIGN KEY ("planId", "entrySourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavingProposal" ADD CONSTRAINT "SavingProposal_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavingProposal" ADD CONSTRAINT "SavingProposal_planId_savingId_fkey" FOREIGN KEY ("planId", "savingId") REFERENCES "Saving"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavingProposal" ADD CONSTRAINT "SavingProposal_planId_personId_fkey" FOREIGN KEY ("planId", "personId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavingProposal" ADD CONSTRAINT "SavingProposal_planId_decidedById_fkey" FOREIGN KEY ("planId", "decidedById") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_planId_reviewedById_fkey" FOREIGN KEY ("planId", "reviewedById") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_planId_signedOffById_fkey" FOREIGN KEY ("planId", "signedOffById") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Update" ADD CONSTRAINT "Update_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Update" ADD CONSTRAINT "Update_planId_cycleId_fkey" FOREIGN KEY ("planId", "cycleId") REFERENCES "Cycle"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Update" ADD CONSTRAINT "Update_planId_actionId_fkey" FOREIGN KEY ("planId", "actionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Update" ADD CONSTRAINT "Update_planId_personId_fkey" FOREIGN KEY ("planId", "personId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SettledConflict" ADD CONSTRAINT "SettledConflict_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SettledConflict" ADD CONSTRAINT "SettledConflict_planId_strandId_fkey" FOREIGN KEY ("planId", "strandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SettledConflict" ADD CONSTRAINT "SettledConflict_planId_actionId_fkey" FOREIGN KEY ("planId", "actionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SettledConflict" ADD CONSTRAINT "SettledConflict_planId_personId_fkey" FOREIGN KEY ("planId", "personId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountPerson" ADD CONSTRAINT "AccountPerson_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountPerson" ADD CONSTRAINT "AccountPerson_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountPerson" ADD CONSTRAINT "AccountPerson_planId_personId_fkey" FOREIGN KEY ("planId", "personId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_planId_personId_fkey" FOREIGN KEY ("planId", "personId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Look" ADD CONSTRAINT "Look_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
