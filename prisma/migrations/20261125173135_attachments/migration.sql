-- AlterTable
ALTER TABLE "allocations" ADD COLUMN     "amends_id" UUID,
ADD COLUMN     "document_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateIndex
CREATE INDEX "allocations_amends_id_idx" ON "allocations"("amends_id");

-- AddForeignKey
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_amends_id_fkey" FOREIGN KEY ("amends_id") REFERENCES "allocations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
