-- AlterTable
ALTER TABLE "allocations" ADD COLUMN     "signatures" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "approval_steps" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "rule_id" UUID,
ADD COLUMN     "step_group" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "step_rule_sets" (
    "id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "step_rule_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_rules" (
    "id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name_fr" TEXT NOT NULL,
    "name_en" TEXT,
    "unit" TEXT,
    "above" DECIMAL(14,2) NOT NULL,
    "is_serious" BOOLEAN NOT NULL,
    "role" TEXT NOT NULL,
    "step_group" INTEGER NOT NULL,
    "quorum" INTEGER NOT NULL,

    CONSTRAINT "step_rules_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "step_rule_sets_state_idx" ON "step_rule_sets"("state");

-- CreateIndex
CREATE INDEX "step_rules_set_id_position_idx" ON "step_rules"("set_id", "position");

-- CreateIndex
CREATE INDEX "approval_steps_rule_id_idx" ON "approval_steps"("rule_id");

-- AddForeignKey
ALTER TABLE "step_rules" ADD CONSTRAINT "step_rules_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "step_rule_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_steps" ADD CONSTRAINT "approval_steps_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "step_rules"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Until now every submission asked for one signature: each of them was a round of its own.
ALTER TABLE approval_steps DISABLE TRIGGER USER;
UPDATE approval_steps s SET round = 1 + (SELECT count(*) FROM approval_steps e WHERE e.allocation_id = s.allocation_id AND e.position < s.position);
ALTER TABLE approval_steps ENABLE TRIGGER USER;

ALTER TABLE step_rule_sets
  ADD CONSTRAINT sets_state CHECK (state IN ('proposed','inForce','replaced','refused')),
  ADD CONSTRAINT sets_decided CHECK ((state = 'proposed') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT sets_two_people CHECK (decided_by_id IS NULL OR decided_by_id <> proposed_by_id);
CREATE UNIQUE INDEX sets_one_in_force ON step_rule_sets (state) WHERE state IN ('inForce', 'proposed');
ALTER TABLE step_rules
  ADD CONSTRAINT rules_unit CHECK (unit IN ('CAD','staffDay','item')),
  ADD CONSTRAINT rules_role CHECK (role IN ('withinLimit','manager','executive')),
  ADD CONSTRAINT rules_numbers CHECK (above >= 0 AND step_group BETWEEN 1 AND 9 AND quorum BETWEEN 1 AND 3),
  ADD CONSTRAINT rules_any CHECK (unit IS NOT NULL OR above = 0);

-- A table of rules is proposed as a whole; its terms stay, it is decided once, and later replaced by another.
CREATE FUNCTION refuse_rewriting_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.state = 'proposed' THEN RETURN NEW; END IF;
  IF TG_OP <> 'UPDATE'
     OR (NEW.id, NEW.reason, NEW.proposed_by_id, NEW.proposed_at) IS DISTINCT FROM (OLD.id, OLD.reason, OLD.proposed_by_id, OLD.proposed_at)
     OR (OLD.state, NEW.state) NOT IN (('proposed', 'inForce'), ('proposed', 'refused'), ('inForce', 'replaced'))
     OR (OLD.state <> 'proposed' AND (NEW.decided_by_id, NEW.decided_at, NEW.decision_reason)
        IS DISTINCT FROM (OLD.decided_by_id, OLD.decided_at, OLD.decision_reason)) THEN
    RAISE EXCEPTION 'rules are proposed by one person, decided once by another, and kept' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept BEFORE INSERT OR UPDATE OR DELETE ON step_rule_sets FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_rules();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON step_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
COMMENT ON TABLE step_rules IS 'append-only: other rules are another table of rules';

-- Nobody signs twice in one round, nor before the group whose turn it is.
CREATE UNIQUE INDEX steps_one_signature ON approval_steps (allocation_id, round, decided_by_id) WHERE state = 'approved';
CREATE FUNCTION refuse_out_of_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM approval_steps s WHERE s.allocation_id = NEW.allocation_id AND s.round = NEW.round
               AND s.step_group < NEW.step_group AND s.state = 'pending') THEN
    RAISE EXCEPTION 'an earlier step is still awaited' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER in_turn BEFORE INSERT OR UPDATE ON approval_steps FOR EACH ROW
  WHEN (NEW.state <> 'pending') EXECUTE FUNCTION refuse_out_of_turn();

-- Resources are granted by as many signatures as the submission asked for, all of the present round, none by who took part.
CREATE OR REPLACE FUNCTION refuse_unsigned_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present int := (SELECT max(s.round) FROM approval_steps s WHERE s.allocation_id = NEW.id);
BEGIN
  IF EXISTS (SELECT 1 FROM approval_steps s WHERE s.allocation_id = NEW.id AND s.round = present AND s.state <> 'approved')
     OR NEW.signatures > (
       SELECT count(*) FROM approval_steps s WHERE s.allocation_id = NEW.id AND s.round = present
         AND s.decided_by_id <> NEW.requested_by_id AND s.decided_by_id <> ALL (NEW.editor_ids)) THEN
    RAISE EXCEPTION 'an allocation is approved by the signatures it asked for, and by nothing else' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
-- How many those are is said when it is submitted, and not changed while they are awaited.
CREATE FUNCTION refuse_fewer_signatures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the signatures an allocation needs are said when it is submitted' USING ERRCODE = '23514';
END $$;
ALTER TABLE allocations ADD CONSTRAINT allocations_signatures CHECK (signatures > 0);
CREATE TRIGGER signatures_stay BEFORE UPDATE OF signatures ON allocations FOR EACH ROW
  WHEN (NEW.signatures <> OLD.signatures AND NOT (OLD.state IN ('draft', 'returned') AND NEW.state = 'submitted'))
  EXECUTE FUNCTION refuse_fewer_signatures();
