-- AlterTable
ALTER TABLE "SavingYear" ADD COLUMN     "reportedById" TEXT;

-- AddForeignKey
ALTER TABLE "SavingYear" ADD CONSTRAINT "SavingYear_planId_reportedById_fkey" FOREIGN KEY ("planId", "reportedById") REFERENCES "Person"("planId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
