-- AlterTable
ALTER TABLE "FundingLine" ADD COLUMN     "publishedOn" CHAR(10);
