-- AlterTable
ALTER TABLE "authorizations" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_by_id" UUID,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'recorded',
ADD COLUMN     "withdrawal_document_id" UUID,
ADD COLUMN     "withdrawal_reason" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by_id" UUID,
ADD COLUMN     "withdrawn_on" DATE;

-- What one person recorded counts once another confirmed it: also what was on file before.
ALTER TABLE authorizations
  ADD CONSTRAINT authorizations_state CHECK (state IN ('recorded','confirmed','withdrawn')),
  ADD CONSTRAINT authorizations_confirmed CHECK ((confirmed_at IS NULL) = (confirmed_by_id IS NULL) AND (state <> 'confirmed' OR confirmed_at IS NOT NULL)),
  ADD CONSTRAINT authorizations_two_people CHECK (confirmed_by_id IS DISTINCT FROM recorded_by_id OR confirmed_by_id IS NULL),
  ADD CONSTRAINT authorizations_withdrawn CHECK (
    num_nulls(withdrawn_on, withdrawn_by_id, withdrawn_at, withdrawal_reason, withdrawal_document_id) = CASE WHEN state = 'withdrawn' THEN 0 ELSE 5 END),
  ADD CONSTRAINT authorizations_five_years CHECK (ends_on < starts_on + interval '5 years') NOT VALID;
