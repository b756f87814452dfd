-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "zero_plan_reason" TEXT;
