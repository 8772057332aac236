-- CreateEnum
CREATE TYPE "MeetingBody" AS ENUM ('REFERENCE_GROUP', 'SCHOOLS_FORUM', 'CABINET', 'SCRUTINY', 'PROGRAMME_BOARD', 'OTHER');

-- CreateEnum
CREATE TYPE "ConsultationStage" AS ENUM ('PLANNED', 'OPEN', 'CLOSED', 'REPORTED');

-- CreateEnum
CREATE TYPE "SchoolPhase" AS ENUM ('EARLY_YEARS', 'PRIMARY', 'SECONDARY', 'SPECIAL', 'POST_16', 'ALTERNATIVE_PROVISION', 'NOT_BY_PHASE');

-- AlterTable
ALTER TABLE "Action" ADD COLUMN     "askOfSchools" TEXT,
ADD COLUMN     "askSourceId" TEXT;

-- CreateTable
CREATE TABLE "Meeting" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "body" "MeetingBody" NOT NULL,
    "title" TEXT,
    "day" CHAR(10) NOT NULL,
    "startsAt" TEXT,
    "place" TEXT,
    "agenda" TEXT,
    "notes" TEXT,
    "visibility" "Visibility" NOT NULL,
    "visibilityReason" TEXT,
    "cancelledOn" CHAR(10),
    "cancelReason" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "present" INTEGER NOT NULL,
    "droppedOn" CHAR(10),

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "ActionArising" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "actionId" TEXT NOT NULL,

    CONSTRAINT "ActionArising_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "Consultation" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "strandId" TEXT,
    "stage" "ConsultationStage" NOT NULL,
    "opensOn" CHAR(10),
    "opensWords" TEXT,
    "closesOn" CHAR(10),
    "takePart" TEXT,
    "url" TEXT,
    "responses" INTEGER,
    "outcome" TEXT,
    "visibility" "Visibility" NOT NULL,
    "visibilityReason" TEXT,
    "withdrawnOn" CHAR(10),
    "withdrawReason" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "PhaseSpend" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "phase" "SchoolPhase" NOT NULL,
    "amount" BIGINT NOT NULL,
    "scope" "Scope" NOT NULL,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "PhaseSpend_pkey" PRIMARY KEY ("planId","id")
);

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_planId_askSourceId_fkey" FOREIGN KEY ("planId", "askSourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_planId_meetingId_fkey" FOREIGN KEY ("planId", "meetingId") REFERENCES "Meeting"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionArising" ADD CONSTRAINT "ActionArising_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionArising" ADD CONSTRAINT "ActionArising_planId_meetingId_fkey" FOREIGN KEY ("planId", "meetingId") REFERENCES "Meeting"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionArising" ADD CONSTRAINT "ActionArising_planId_actionId_fkey" FOREIGN KEY ("planId", "actionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_planId_strandId_fkey" FOREIGN KEY ("planId", "strandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseSpend" ADD CONSTRAINT "PhaseSpend_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseSpend" ADD CONSTRAINT "PhaseSpend_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
