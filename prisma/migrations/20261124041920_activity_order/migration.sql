-- AlterTable
ALTER TABLE "activities" ADD COLUMN     "after_ids" UUID[] DEFAULT ARRAY[]::UUID[];
