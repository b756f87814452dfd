-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "planned_days" DECIMAL(8,1),
ADD COLUMN     "planned_money" DECIMAL(14,2);
