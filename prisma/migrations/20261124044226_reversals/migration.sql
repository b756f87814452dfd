-- AlterTable
ALTER TABLE "ceiling_changes" ADD COLUMN     "reverses_id" UUID;

-- AddForeignKey
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "ceiling_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A transfer or carry-over that is taken back goes the other way, for the same amount.
CREATE FUNCTION refuse_other_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reverses_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM ceiling_changes c WHERE c.id = NEW.reverses_id AND c.state = 'confirmed' AND c.kind = NEW.kind AND c.reverses_id IS NULL
      AND (c.envelope_id, c.from_envelope_id, c.delta) = (NEW.from_envelope_id, NEW.envelope_id, NEW.delta)) THEN
    RAISE EXCEPTION 'a change is taken back as it was made' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER taken_back BEFORE INSERT OR UPDATE OF reverses_id ON ceiling_changes FOR EACH ROW EXECUTE FUNCTION refuse_other_reversal();
-- Refused, a reversal may be proposed anew.
CREATE UNIQUE INDEX changes_taken_back_once ON ceiling_changes (reverses_id) WHERE state <> 'refused';

-- A reversal undoes one entry, whole: same envelope, line and amount. What reverses is not reversed.
CREATE FUNCTION refuse_partial_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM ledger_entries l WHERE l.id = NEW.reverses_id AND l.kind <> 'reversal'
      AND (l.envelope_id, l.amount) = (NEW.envelope_id, NEW.amount) AND l.line_id IS NOT DISTINCT FROM NEW.line_id) THEN
    RAISE EXCEPTION 'a reversal undoes one entry as it was made' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER whole BEFORE INSERT ON ledger_entries FOR EACH ROW WHEN (NEW.kind = 'reversal') EXECUTE FUNCTION refuse_partial_reversal();

-- Where a balance differs from the sum of its entries: no row, at any time.
CREATE VIEW ledger_drift AS
  SELECT 'envelope' AS what, e.id, e.reserved - coalesce(sum(x.reserved), 0) AS reserved,
    e.committed - coalesce(sum(x.committed), 0) AS committed, e.spent - coalesce(sum(x.spent), 0) AS spent
  FROM envelopes e LEFT JOIN ledger_effects x ON x.envelope_id = e.id GROUP BY e.id
  HAVING (e.reserved, e.committed, e.spent) IS DISTINCT FROM (coalesce(sum(x.reserved), 0), coalesce(sum(x.committed), 0), coalesce(sum(x.spent), 0))
  UNION ALL
  SELECT 'line', l.id, l.reserved - coalesce(sum(x.reserved), 0), l.committed - coalesce(sum(x.committed), 0), l.spent - coalesce(sum(x.spent), 0)
  FROM allocation_lines l LEFT JOIN ledger_effects x ON x.line_id = l.id GROUP BY l.id
  HAVING (l.reserved, l.committed, l.spent) IS DISTINCT FROM (coalesce(sum(x.reserved), 0), coalesce(sum(x.committed), 0), coalesce(sum(x.spent), 0));
