-- CreateEnum
CREATE TYPE "NewsletterStatus" AS ENUM ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED');

-- CreateTable
CREATE TABLE "Newsletter" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "fromDay" CHAR(10),
    "asAt" CHAR(10) NOT NULL,
    "status" "NewsletterStatus" NOT NULL,
    "sentById" TEXT,
    "returnReason" TEXT,
    "approvedById" TEXT,
    "approvedOn" CHAR(10),
    "publishedOn" CHAR(10),

    CONSTRAINT "Newsletter_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "NewsletterSection" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "newsletterId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "composed" TEXT,
    "published" TEXT,
    "droppedOn" CHAR(10),

    CONSTRAINT "NewsletterSection_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "NewsletterCorrection" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "newsletterId" TEXT NOT NULL,
    "correctedOn" CHAR(10) NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "NewsletterCorrection_pkey" PRIMARY KEY ("planId","id")
);

-- AddForeignKey
ALTER TABLE "Newsletter" ADD CONSTRAINT "Newsletter_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Newsletter" ADD CONSTRAINT "Newsletter_planId_sentById_fkey" FOREIGN KEY ("planId", "sentById") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Newsletter" ADD CONSTRAINT "Newsletter_planId_approvedById_fkey" FOREIGN KEY ("planId", "approvedById") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewsletterSection" ADD CONSTRAINT "NewsletterSection_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewsletterSection" ADD CONSTRAINT "NewsletterSection_planId_newsletterId_fkey" FOREIGN KEY ("planId", "newsletterId") REFERENCES "Newsletter"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewsletterCorrection" ADD CONSTRAINT "NewsletterCorrection_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewsletterCorrection" ADD CONSTRAINT "NewsletterCorrection_planId_newsletterId_fkey" FOREIGN KEY ("planId", "newsletterId") REFERENCES "Newsletter"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
