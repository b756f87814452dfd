-- AlterTable
ALTER TABLE "programs" ADD COLUMN     "former_coordinator_ids" UUID[] DEFAULT ARRAY[]::UUID[];
