-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Driver" ADD VALUE 'FORMULA';
ALTER TYPE "Driver" ADD VALUE 'BASIC_ENTITLEMENT';
ALTER TYPE "Driver" ADD VALUE 'SPECIAL_PUPILS';
ALTER TYPE "Driver" ADD VALUE 'IMPORT_EXPORT';
ALTER TYPE "Driver" ADD VALUE 'FREE_SCHOOLS';
ALTER TYPE "Driver" ADD VALUE 'SUPPLEMENTS';
ALTER TYPE "Driver" ADD VALUE 'ADDITIONAL';
ALTER TYPE "Driver" ADD VALUE 'DEDUCTED_EARLY';
ALTER TYPE "Driver" ADD VALUE 'DEDUCTED_LATE';
ALTER TYPE "Driver" ADD VALUE 'DEDUCTED_RATE';
