-- DropForeignKey
ALTER TABLE "Draft" DROP CONSTRAINT "Draft_planId_fkey";

-- DropTable
DROP TABLE "Draft";
