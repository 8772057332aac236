-- CreateEnum
CREATE TYPE "QuestionStatus" AS ENUM ('OPEN', 'ANSWERED', 'CHANGED_THE_PLAN');

-- CreateTable
CREATE TABLE "Question" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "askedOn" CHAR(10) NOT NULL,
    "strandId" TEXT,
    "actionId" TEXT,
    "words" TEXT NOT NULL,
    "status" "QuestionStatus" NOT NULL,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredOn" CHAR(10),
    "changedActionId" TEXT,
    "isPublic" BOOLEAN NOT NULL,
    "withdrawnOn" CHAR(10),
    "withdrawReason" TEXT,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("planId","id")
);

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_planId_personId_fkey" FOREIGN KEY ("planId", "personId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_planId_answeredById_fkey" FOREIGN KEY ("planId", "answeredById") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_planId_strandId_fkey" FOREIGN KEY ("planId", "strandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_planId_actionId_fkey" FOREIGN KEY ("planId", "actionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_planId_changedActionId_fkey" FOREIGN KEY ("planId", "changedActionId") REFERENCES "Action"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
