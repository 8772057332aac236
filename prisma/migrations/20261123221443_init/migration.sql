-- CreateEnum
CREATE TYPE "Vehicle" AS ENUM ('RECOVERY_PLAN', 'DSG_MANAGEMENT_PLAN', 'SAFETY_VALVE', 'DELIVERING_BETTER_VALUE', 'LOCAL_SEND_REFORM_PLAN');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETE', 'STOPPED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "Rag" AS ENUM ('RED', 'AMBER', 'GREEN');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('PUBLIC', 'RESTRICTED', 'EXEMPT');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('CABINET_MEMBER', 'STRAND_LEAD', 'ACTION_OWNER', 'FINANCE_BUSINESS_PARTNER', 'SECTION_151_OFFICER', 'PROGRAMME_MANAGER', 'DIRECTOR_OF_CHILDRENS_SERVICES', 'REFERENCE_GROUP_MEMBER', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "SavingType" AS ENUM ('COST_REDUCTION', 'COST_AVOIDANCE', 'INCOME_OR_CONTRIBUTION', 'BLOCK_TRANSFER', 'GRANT_FUNDING');

-- CreateEnum
CREATE TYPE "SavingStatus" AS ENUM ('TO_BE_IDENTIFIED', 'UNDER_DEVELOPMENT', 'PLANNED', 'ON_TRACK', 'AT_RISK', 'DELIVERED', 'NOT_DELIVERABLE');

-- CreateEnum
CREATE TYPE "Recurrence" AS ENUM ('ONE_OFF', 'RECURRENT');

-- CreateEnum
CREATE TYPE "FundingSource" AS ENUM ('DSG', 'GENERAL_FUND', 'GRANT', 'CAPITAL', 'PARTNER');

-- CreateEnum
CREATE TYPE "Scope" AS ENUM ('HIGH_NEEDS_BLOCK', 'WHOLE_DSG', 'LOCAL_AUTHORITY');

-- CreateEnum
CREATE TYPE "ForecastSeries" AS ENUM ('OUTTURN', 'UNMITIGATED', 'MITIGATED');

-- CreateEnum
CREATE TYPE "VersionStatus" AS ENUM ('DRAFT', 'APPROVED');

-- CreateEnum
CREATE TYPE "FundingKind" AS ENUM ('ALLOCATION', 'PLACE_DEDUCTION', 'BLOCK_TRANSFER', 'DFE_PAYMENT', 'COUNCIL_CONTRIBUTION');

-- CreateEnum
CREATE TYPE "TransferStatus" AS ENUM ('REQUESTED', 'FORUM_APPROVED', 'FORUM_REFUSED', 'DISAPPLICATION_SUBMITTED', 'APPROVED', 'DECLINED');

-- CreateEnum
CREATE TYPE "FigureUnit" AS ENUM ('PENCE', 'COUNT', 'BASIS_POINTS');

-- CreateEnum
CREATE TYPE "EventKind" AS ENUM ('DECISION', 'MEETING', 'CONSULTATION', 'DEADLINE', 'ACTIVITY');

-- CreateEnum
CREATE TYPE "Provenance" AS ENUM ('PUBLISHED', 'ILLUSTRATIVE');

-- CreateTable
CREATE TABLE "Authority" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "oldCode" TEXT NOT NULL,
    "newCode" TEXT NOT NULL,

    CONSTRAINT "Authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL,
    "authorityId" TEXT NOT NULL,
    "beganOn" CHAR(10) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" CHAR(10) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("planId","number")
);

-- CreateTable
CREATE TABLE "Change" (
    "planId" TEXT NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("planId","revisionNumber","position")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "planId" TEXT NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "tables" TEXT NOT NULL,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("planId","revisionNumber")
);

-- CreateTable
CREATE TABLE "Source" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "publishedOn" CHAR(10),
    "provenance" "Provenance" NOT NULL,
    "url" TEXT,
    "licence" TEXT,
    "note" TEXT,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "PlanDetails" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "vehicle" "Vehicle" NOT NULL,
    "strandLabel" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "firstYear" INTEGER NOT NULL,
    "lastYear" INTEGER NOT NULL,
    "balanceTargetYear" INTEGER NOT NULL,
    "targetWords" TEXT NOT NULL,
    "dueToDfeOn" CHAR(10),
    "clockOffsetSeconds" INTEGER NOT NULL,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "PlanDetails_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Strand" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT,
    "visibility" "Visibility" NOT NULL,
    "visibilityReason" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Strand_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Action" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "strandId" TEXT NOT NULL,
    "parentId" TEXT,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "stage" "Stage" NOT NULL,
    "stageReason" TEXT,
    "supersededById" TEXT,
    "startsOn" CHAR(10),
    "dueOn" CHAR(10),
    "deliveryRag" "Rag",
    "benefitRag" "Rag",
    "reason" TEXT,
    "pathToGreen" TEXT,
    "impact" TEXT,
    "ratedOn" CHAR(10),
    "visibility" "Visibility" NOT NULL,
    "visibilityReason" TEXT,
    "sourceId" TEXT NOT NULL,
    "ratingSourceId" TEXT,
    "datesSourceId" TEXT,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "actionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "firstDate" CHAR(10),
    "currentDate" CHAR(10),
    "timesMoved" INTEGER NOT NULL,
    "doneOn" CHAR(10),
    "isDone" BOOLEAN NOT NULL,
    "outsideDecisionMaker" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Dependency" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "waitingStrandId" TEXT,
    "waitingActionId" TEXT,
    "neededStrandId" TEXT,
    "neededActionId" TEXT,
    "reason" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Dependency_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Person" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "jobTitle" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "strandId" TEXT,
    "actionId" TEXT,
    "fromDay" CHAR(10) NOT NULL,
    "toDay" CHAR(10),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Saving" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "strandId" TEXT NOT NULL,
    "actionId" TEXT,
    "name" TEXT NOT NULL,
    "type" "SavingType" NOT NULL,
    "recurrence" "Recurrence" NOT NULL,
    "fundingSource" "FundingSource" NOT NULL,
    "status" "SavingStatus" NOT NULL,
    "confidencePercent" INTEGER,
    "confidenceReason" TEXT,
    "fullYearValue" BIGINT,
    "startsOn" CHAR(10),
    "baseline" TEXT,
    "method" TEXT,
    "visibility" "Visibility" NOT NULL,
    "visibilityReason" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Saving_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "SavingYear" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "savingId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "planned" BIGINT NOT NULL,
    "forecast" BIGINT NOT NULL,
    "delivered" BIGINT,
    "confirmed" BIGINT,

    CONSTRAINT "SavingYear_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "ForecastVersion" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "status" "VersionStatus" NOT NULL,
    "preparedOn" CHAR(10) NOT NULL,
    "approvedOn" CHAR(10),
    "approvedBy" TEXT,
    "scope" "Scope" NOT NULL,
    "openingYear" INTEGER NOT NULL,
    "openingBalance" BIGINT NOT NULL,
    "assumptions" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "ForecastVersion_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "ForecastYear" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "series" "ForecastSeries" NOT NULL,
    "low" BIGINT NOT NULL,
    "central" BIGINT NOT NULL,
    "high" BIGINT NOT NULL,
    "basis" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "ForecastYear_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "FundingLine" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" "FundingKind" NOT NULL,
    "name" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "scope" "Scope" NOT NULL,
    "transferStatus" "TransferStatus",
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "FundingLine_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Figure" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "scope" "Scope" NOT NULL,
    "value" BIGINT NOT NULL,
    "unit" "FigureUnit" NOT NULL,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "PlanEvent" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "EventKind" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT,
    "day" CHAR(10),
    "dayWords" TEXT,
    "outcome" TEXT,
    "isMarker" BOOLEAN NOT NULL,
    "strandId" TEXT,
    "visibility" "Visibility" NOT NULL,
    "visibilityReason" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "PlanEvent_pkey" PRIMARY KEY ("planId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Authority_oldCode_key" ON "Authority"("oldCode");

-- CreateIndex
CREATE UNIQUE INDEX "Authority_newCode_key" ON "Authority"("newCode");

-- CreateIndex
CREATE INDEX "Revision_planId_day_idx" ON "Revision"("planId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_planId_requestId_key" ON "Revision"("planId", "requestId");

-- CreateIndex
CREATE INDEX "Change_planId_entity_rowId_idx" ON "Change"("planId", "entity", "rowId");

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_planId_revisionNumber_fkey" FOREIGN KEY ("planId", "revisionNumber") REFERENCES "Revision"("planId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDetails" ADD CONSTRAINT "PlanDetails_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDetails" ADD CONSTRAINT "PlanDetails_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strand" ADD CONSTRAINT "Strand_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strand" ADD CONSTRAINT "Strand_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_planId_strandId_fkey" FOREIGN KEY ("planId", "strandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_planId_parentId_fkey" FOREIGN KEY ("planId", "parentId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_planId_supersededById_fkey" FOREIGN KEY ("planId", "supersededById") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_planId_ratingSourceId_fkey" FOREIGN KEY ("planId", "ratingSourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_planId_datesSourceId_fkey" FOREIGN KEY ("planId", "datesSourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_planId_actionId_fkey" FOREIGN KEY ("planId", "actionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_planId_waitingStrandId_fkey" FOREIGN KEY ("planId", "waitingStrandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_planId_waitingActionId_fkey" FOREIGN KEY ("planId", "waitingActionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_planId_neededStrandId_fkey" FOREIGN KEY ("planId", "neededStrandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_planId_neededActionId_fkey" FOREIGN KEY ("planId", "neededActionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_planId_personId_fkey" FOREIGN KEY ("planId", "personId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_planId_strandId_fkey" FOREIGN KEY ("planId", "strandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_planId_actionId_fkey" FOREIGN KEY ("planId", "actionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Saving" ADD CONSTRAINT "Saving_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Saving" ADD CONSTRAINT "Saving_planId_strandId_fkey" FOREIGN KEY ("planId", "strandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Saving" ADD CONSTRAINT "Saving_planId_actionId_fkey" FOREIGN KEY ("planId", "actionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Saving" ADD CONSTRAINT "Saving_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavingYear" ADD CONSTRAINT "SavingYear_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavingYear" ADD CONSTRAINT "SavingYear_planId_savingId_fkey" FOREIGN KEY ("planId", "savingId") REFERENCES "Saving"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForecastVersion" ADD CONSTRAINT "ForecastVersion_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForecastVersion" ADD CONSTRAINT "ForecastVersion_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForecastYear" ADD CONSTRAINT "ForecastYear_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForecastYear" ADD CONSTRAINT "ForecastYear_planId_versionId_fkey" FOREIGN KEY ("planId", "versionId") REFERENCES "ForecastVersion"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForecastYear" ADD CONSTRAINT "ForecastYear_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingLine" ADD CONSTRAINT "FundingLine_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingLine" ADD CONSTRAINT "FundingLine_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanEvent" ADD CONSTRAINT "PlanEvent_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanEvent" ADD CONSTRAINT "PlanEvent_planId_strandId_fkey" FOREIGN KEY ("planId", "strandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanEvent" ADD CONSTRAINT "PlanEvent_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
