-- AlterTable
ALTER TABLE "consultations" ADD COLUMN     "closed_at" TIMESTAMPTZ(3);

-- What a program leaves undecided at its end is closed by it, and by nobody's decision.
ALTER TABLE allocations DROP CONSTRAINT allocations_state,
  ADD CONSTRAINT allocations_state CHECK (state IN ('draft','submitted','approved','returned','refused','closed'));
ALTER TABLE waivers DROP CONSTRAINT waivers_state,
  ADD CONSTRAINT waivers_state CHECK (state IN ('proposed','granted','refused','closed')),
  DROP CONSTRAINT waivers_decided,
  ADD CONSTRAINT waivers_decided CHECK ((state IN ('proposed','closed')) = (decided_by_id IS NULL));
