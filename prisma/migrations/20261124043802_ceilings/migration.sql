-- AlterTable
ALTER TABLE "envelopes" ADD COLUMN     "held" DECIMAL(14,2) NOT NULL DEFAULT 0,
ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "opening" DECIMAL(14,2);

-- Envelopes that are there were opened with the ceiling they have, when the audit trail says.
UPDATE envelopes e SET opening = ceiling, opened_at = coalesce(
  (SELECT min(a.at) FROM audit.entries a WHERE a.action = 'envelope.open' AND a.resource_id = e.id::text), now());
ALTER TABLE "envelopes" ALTER COLUMN "opened_at" SET NOT NULL, ALTER COLUMN "opening" SET NOT NULL;

-- AlterTable
ALTER TABLE "ledger_entries" ADD COLUMN     "change_id" UUID,
ADD COLUMN     "direction" TEXT,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "reverses_id" UUID;

-- CreateTable
CREATE TABLE "ceiling_changes" (
    "id" UUID NOT NULL,
    "envelope_id" UUID NOT NULL,
    "from_envelope_id" UUID,
    "kind" TEXT NOT NULL,
    "delta" DECIMAL(14,2) NOT NULL,
    "effective_on" DATE,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ceiling_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ceiling_changes_envelope_id_effective_on_idx" ON "ceiling_changes"("envelope_id", "effective_on");

-- CreateIndex
CREATE INDEX "ceiling_changes_from_envelope_id_idx" ON "ceiling_changes"("from_envelope_id");

-- CreateIndex
CREATE INDEX "ceiling_changes_state_idx" ON "ceiling_changes"("state");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entries_reverses_id_key" ON "ledger_entries"("reverses_id");

-- CreateIndex
CREATE INDEX "ledger_entries_change_id_idx" ON "ledger_entries"("change_id");

-- AddForeignKey
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_envelope_id_fkey" FOREIGN KEY ("envelope_id") REFERENCES "envelopes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_from_envelope_id_fkey" FOREIGN KEY ("from_envelope_id") REFERENCES "envelopes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "ceiling_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "ledger_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The words and the sums of a change.
ALTER TABLE ceiling_changes
  ADD CONSTRAINT changes_kind CHECK (kind IN ('change','transfer','carryOver')),
  ADD CONSTRAINT changes_state CHECK (state IN ('proposed','confirmed','refused')),
  ADD CONSTRAINT changes_decided CHECK ((state = 'proposed') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT changes_two_people CHECK (decided_by_id IS DISTINCT FROM proposed_by_id OR decided_by_id IS NULL),
  ADD CONSTRAINT changes_from CHECK ((kind = 'change') = (from_envelope_id IS NULL) AND envelope_id IS DISTINCT FROM from_envelope_id),
  ADD CONSTRAINT changes_delta CHECK (delta <> 0 AND (kind = 'change' OR delta > 0)),
  ADD CONSTRAINT changes_dated CHECK (effective_on IS NOT NULL OR (kind <> 'change' AND state <> 'confirmed')),
  -- Never retroactive: it holds from the day of its confirmation at the earliest.
  ADD CONSTRAINT changes_ahead CHECK (state <> 'confirmed' OR effective_on >= (decided_at AT TIME ZONE 'America/Toronto')::date),
  ADD CONSTRAINT changes_settled CHECK (settled_at IS NULL OR state = 'confirmed');
ALTER TABLE envelopes
  DROP CONSTRAINT envelopes_ceiling,
  ADD CONSTRAINT envelopes_held CHECK (held >= 0),
  ADD CONSTRAINT envelopes_ceiling CHECK (reserved + committed + spent + held <= ceiling);
ALTER TABLE ledger_entries
  ADD CONSTRAINT entries_direction CHECK (direction IN ('in','out')),
  ADD CONSTRAINT entries_change CHECK ((kind IN ('transfer','carryOver')) = (change_id IS NOT NULL) AND (change_id IS NULL) = (direction IS NULL)),
  ADD CONSTRAINT entries_reversal CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL) AND (kind <> 'reversal' OR reason IS NOT NULL));

-- A change is proposed first, its terms stay, it is decided once and never removed.
CREATE FUNCTION refuse_rewriting_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.state = 'proposed' THEN RETURN NEW; END IF;
  IF TG_OP <> 'UPDATE'
     OR (NEW.id, NEW.envelope_id, NEW.from_envelope_id, NEW.kind, NEW.delta, NEW.reason, NEW.proposed_by_id, NEW.proposed_at)
        IS DISTINCT FROM (OLD.id, OLD.envelope_id, OLD.from_envelope_id, OLD.kind, OLD.delta, OLD.reason, OLD.proposed_by_id, OLD.proposed_at)
     OR (OLD.effective_on IS NOT NULL AND NEW.effective_on IS DISTINCT FROM OLD.effective_on)
     OR (OLD.state <> 'proposed' AND (NEW.state, NEW.decided_by_id, NEW.decided_at, NEW.decision_reason)
        IS DISTINCT FROM (OLD.state, OLD.decided_by_id, OLD.decided_at, OLD.decision_reason))
     OR (OLD.settled_at IS NOT NULL AND NEW.settled_at IS DISTINCT FROM OLD.settled_at) THEN
    RAISE EXCEPTION 'a ceiling change is proposed by one person, decided once by another, and kept' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept BEFORE INSERT OR UPDATE OR DELETE ON ceiling_changes FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_change();

-- What confirmed changes add to an envelope, or take from it.
CREATE VIEW signed_changes AS
  SELECT c.id, w.envelope_id, w.delta, c.effective_on, (c.decided_at AT TIME ZONE 'America/Toronto')::date AS decided_on, c.settled_at
  FROM ceiling_changes c
  CROSS JOIN LATERAL (VALUES (c.envelope_id, c.delta), (c.from_envelope_id, -c.delta)) AS w (envelope_id, delta)
  WHERE c.state = 'confirmed' AND w.envelope_id IS NOT NULL;

-- The ceiling of an envelope on a day, and what the cuts then confirmed and still ahead of that day would take.
CREATE FUNCTION ceiling_on(p_envelope uuid, p_day date) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT e.opening + coalesce((SELECT sum(c.delta) FROM signed_changes c WHERE c.envelope_id = e.id AND c.effective_on <= p_day), 0)
  FROM envelopes e WHERE e.id = p_envelope
$$;
CREATE FUNCTION held_on(p_envelope uuid, p_day date) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT greatest(0, -coalesce(min(w.running), 0)) FROM (
    SELECT sum(c.delta) OVER (ORDER BY c.effective_on, c.id) AS running
    FROM signed_changes c WHERE c.envelope_id = p_envelope AND c.effective_on > p_day AND c.decided_on <= p_day) w
$$;

-- What each entry does to the sums of its envelope and line; a reversal undoes what it names.
CREATE VIEW ledger_effects AS
  SELECT l.id, l.envelope_id, l.line_id, (l.at AT TIME ZONE 'America/Toronto')::date AS known_on,
    w.sign * (CASE WHEN w.kind = 'reservation' THEN l.amount WHEN w.kind = 'commitment' OR w.released_from = 'reserved' THEN -l.amount ELSE 0 END) AS reserved,
    w.sign * (CASE WHEN w.kind = 'commitment' THEN l.amount WHEN w.kind = 'expense' OR w.released_from = 'committed' THEN -l.amount ELSE 0 END) AS committed,
    w.sign * (CASE WHEN w.kind = 'expense' THEN l.amount ELSE 0 END) AS spent
  FROM ledger_entries l
  LEFT JOIN ledger_entries r ON r.id = l.reverses_id
  CROSS JOIN LATERAL (SELECT coalesce(r.kind, l.kind) AS kind, coalesce(r.released_from, l.released_from) AS released_from,
    CASE WHEN l.kind = 'reversal' THEN -1 ELSE 1 END AS sign) w;

-- At the end of every transaction: a ceiling is what it was opened with and what two people signed, and nothing else.
CREATE FUNCTION refuse_unsigned_ceiling() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[] := CASE WHEN TG_TABLE_NAME = 'envelopes' THEN ARRAY[(to_jsonb(NEW) ->> 'id')::uuid]
    ELSE ARRAY[(to_jsonb(NEW) ->> 'envelope_id')::uuid, (to_jsonb(NEW) ->> 'from_envelope_id')::uuid] END;
BEGIN
  IF EXISTS (
    SELECT 1 FROM envelopes e WHERE e.id = ANY (ids) AND (
      e.ceiling <> e.opening + coalesce((SELECT sum(c.delta) FROM signed_changes c WHERE c.envelope_id = e.id AND c.settled_at IS NOT NULL), 0)
      OR e.held <> (SELECT greatest(0, -coalesce(min(w.running), 0)) FROM (
           SELECT sum(c.delta) OVER (ORDER BY c.effective_on, c.id) AS running
           FROM signed_changes c WHERE c.envelope_id = e.id AND c.settled_at IS NULL) w))
  ) THEN
    RAISE EXCEPTION 'a ceiling is moved by two people' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER signed AFTER INSERT OR UPDATE OF ceiling, held ON envelopes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unsigned_ceiling();
CREATE CONSTRAINT TRIGGER signed AFTER UPDATE ON ceiling_changes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unsigned_ceiling();

-- What an envelope was opened as never changes.
CREATE FUNCTION refuse_another_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an envelope stays what it was opened as' USING ERRCODE = '23514';
END $$;
CREATE TRIGGER opened BEFORE UPDATE ON envelopes FOR EACH ROW
  WHEN ((NEW.opening, NEW.opened_at, NEW.fiscal_year, NEW.unit, NEW.profile) IS DISTINCT FROM (OLD.opening, OLD.opened_at, OLD.fiscal_year, OLD.unit, OLD.profile))
  EXECUTE FUNCTION refuse_another_opening();
