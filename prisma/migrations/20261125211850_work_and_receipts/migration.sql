-- AlterTable
ALTER TABLE "ledger_entries" ADD COLUMN     "staff_id" UUID,
ADD COLUMN     "worked_from" DATE;

-- CreateIndex
CREATE INDEX "ledger_entries_staff_id_idx" ON "ledger_entries"("staff_id");

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only days that were spent are someone's, and only such have a first day.
ALTER TABLE ledger_entries
  ADD CONSTRAINT entries_person CHECK (staff_id IS NULL OR kind = 'expense'),
  ADD CONSTRAINT entries_worked CHECK (worked_from IS NULL OR (staff_id IS NOT NULL AND worked_from <= effective_on));
