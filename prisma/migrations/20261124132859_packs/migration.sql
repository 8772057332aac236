-- CreateEnum
CREATE TYPE "PackBody" AS ENUM ('CABINET', 'SCHOOLS_FORUM', 'SCRUTINY');

-- CreateEnum
CREATE TYPE "PackStatus" AS ENUM ('DRAFT', 'IN_SIGN_OFF', 'SIGNED_OFF', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "PackStep" AS ENUM ('STRAND_LEAD', 'FINANCE', 'DIRECTOR', 'SECTION_151', 'PORTFOLIO_HOLDER');

-- CreateTable
CREATE TABLE "Pack" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" "PackBody" NOT NULL,
    "meetingOn" CHAR(10),
    "status" "PackStatus" NOT NULL,
    "recommendation" TEXT,
    "officerText" TEXT,
    "decisions" TEXT,
    "nextSteps" TEXT,
    "asAt" CHAR(10),
    "planRevision" INTEGER,
    "planHash" TEXT,
    "returnReason" TEXT,
    "publishedOn" CHAR(10),
    "withdrawnOn" CHAR(10),
    "withdrawReason" TEXT,
    "replacesId" TEXT,

    CONSTRAINT "Pack_pkey" PRIMARY KEY ("planId","id")
);

-- CreateTable
CREATE TABLE "PackSignature" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "step" "PackStep" NOT NULL,
    "strandId" TEXT,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "signedOn" CHAR(10) NOT NULL,
    "endedOn" CHAR(10),

    CONSTRAINT "PackSignature_pkey" PRIMARY KEY ("planId","id")
);

-- AddForeignKey
ALTER TABLE "Pack" ADD CONSTRAINT "Pack_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pack" ADD CONSTRAINT "Pack_planId_replacesId_fkey" FOREIGN KEY ("planId", "replacesId") REFERENCES "Pack"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackSignature" ADD CONSTRAINT "PackSignature_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackSignature" ADD CONSTRAINT "PackSignature_planId_packId_fkey" FOREIGN KEY ("planId", "packId") REFERENCES "Pack"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackSignature" ADD CONSTRAINT "PackSignature_planId_strandId_fkey" FOREIGN KEY ("planId", "strandId") REFERENCES "Strand"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackSignature" ADD CONSTRAINT "PackSignature_planId_personId_fkey" FOREIGN KEY ("planId", "personId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
