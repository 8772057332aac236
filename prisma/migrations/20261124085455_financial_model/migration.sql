-- CreateEnum
CREATE TYPE "Driver" AS ENUM ('PLACES', 'STARTS', 'GROWTH', 'UNISSUED', 'UNIT_COST', 'INFLATION', 'SPEND', 'ALLOCATION', 'ALLOCATION_GROWTH', 'DEDUCTION', 'INTEREST');

-- CreateEnum
CREATE TYPE "Placement" AS ENUM ('MAINSTREAM', 'RESOURCED', 'SPECIAL', 'INDEPENDENT', 'ALTERNATIVE', 'POST_16', 'OTHER');

-- AlterEnum
ALTER TYPE "VersionStatus" ADD VALUE 'SUBMITTED';

-- AlterTable
ALTER TABLE "ForecastVersion" ADD COLUMN     "returnReason" TEXT,
ADD COLUMN     "submittedById" TEXT,
ADD COLUMN     "submittedOn" CHAR(10);

-- CreateTable
CREATE TABLE "Assumption" (
    "planId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "driver" "Driver" NOT NULL,
    "category" "Placement",
    "year" INTEGER,
    "line" TEXT,
    "value" BIGINT NOT NULL,
    "low" BIGINT,
    "high" BIGINT,
    "actual" BIGINT,
    "asOf" CHAR(10),
    "ownerId" TEXT,
    "note" TEXT,
    "sourceId" TEXT NOT NULL,
    "droppedOn" CHAR(10),

    CONSTRAINT "Assumption_pkey" PRIMARY KEY ("planId","id")
);

-- AddForeignKey
ALTER TABLE "ForecastVersion" ADD CONSTRAINT "ForecastVersion_planId_submittedById_fkey" FOREIGN KEY ("planId", "submittedById") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assumption" ADD CONSTRAINT "Assumption_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assumption" ADD CONSTRAINT "Assumption_planId_versionId_fkey" FOREIGN KEY ("planId", "versionId") REFERENCES "ForecastVersion"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assumption" ADD CONSTRAINT "Assumption_planId_ownerId_fkey" FOREIGN KEY ("planId", "ownerId") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assumption" ADD CONSTRAINT "Assumption_planId_sourceId_fkey" FOREIGN KEY ("planId", "sourceId") REFERENCES "Source"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
