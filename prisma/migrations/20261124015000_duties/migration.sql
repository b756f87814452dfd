-- Two people for every decision, whatever path the statement came by: what the policies of the application say, said
-- once more where nothing can go around it.

-- What was decided names who decided it, and that person is none of those who wrote it.
ALTER TABLE requests ADD CONSTRAINT requests_verified CHECK (state <> 'valid' OR verified_by_id IS NOT NULL);
ALTER TABLE analyses ADD CONSTRAINT analyses_reviewed CHECK (
  state NOT IN ('approved','superseded')
  OR (reviewer_id IS NOT NULL AND reviewer_id <> author_id AND array_position(writer_ids, reviewer_id) IS NULL));
ALTER TABLE waivers ADD CONSTRAINT waivers_decided CHECK ((state = 'proposed') = (decided_by_id IS NULL));

-- Who asked, registered, wrote or proposed stays on record: nobody is written out of a record to decide it afterwards.
CREATE FUNCTION refuse_forgetting_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- A list that nobody was put in yet may be null.
  before jsonb := jsonb_strip_nulls(to_jsonb(OLD));
  after jsonb := jsonb_strip_nulls(to_jsonb(NEW));
BEGIN
  IF before -> TG_ARGV[0] <> after -> TG_ARGV[0]
     OR (TG_NARGS > 1 AND NOT coalesce(after -> TG_ARGV[1], '[]') @> coalesce(before -> TG_ARGV[1], '[]')) THEN
    RAISE EXCEPTION 'who wrote in % stays on record', TG_TABLE_NAME USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER writers_stay BEFORE UPDATE ON requests FOR EACH ROW EXECUTE FUNCTION refuse_forgetting_people('registered_by_id', 'corrected_by_ids');
CREATE TRIGGER writers_stay BEFORE UPDATE ON analyses FOR EACH ROW EXECUTE FUNCTION refuse_forgetting_people('author_id', 'writer_ids');
CREATE TRIGGER writers_stay BEFORE UPDATE ON waivers FOR EACH ROW EXECUTE FUNCTION refuse_forgetting_people('proposed_by_id');

-- And whoever decided stays the one who did.
CREATE FUNCTION refuse_changing_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was decided in % stays as it is', TG_TABLE_NAME USING ERRCODE = '23514';
END $$;
CREATE TRIGGER decided_stays BEFORE UPDATE OR DELETE ON approval_steps FOR EACH ROW
  WHEN (OLD.state <> 'pending') EXECUTE FUNCTION refuse_changing_decision();
CREATE TRIGGER decided_stays BEFORE UPDATE OF reviewer_id, content ON analyses FOR EACH ROW
  WHEN (OLD.state IN ('approved', 'superseded') AND (NEW.reviewer_id, NEW.content) IS DISTINCT FROM (OLD.reviewer_id, OLD.content))
  EXECUTE FUNCTION refuse_changing_decision();
CREATE TRIGGER decided_stays BEFORE UPDATE OF state, decided_by_id ON waivers FOR EACH ROW
  WHEN (OLD.state <> 'proposed') EXECUTE FUNCTION refuse_changing_decision();

-- Resources are granted by signatures: the last one asked is an approval, none is awaited, and none is by who took part.
-- Steps that were returned belong to an earlier round.
CREATE FUNCTION refuse_unsigned_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT s.state FROM approval_steps s WHERE s.allocation_id = NEW.id ORDER BY s.position DESC LIMIT 1) IS DISTINCT FROM 'approved'
     OR EXISTS (
       SELECT 1 FROM approval_steps s
       WHERE s.allocation_id = NEW.id
         AND (s.state NOT IN ('approved', 'returned')
              OR s.state = 'approved' AND (s.decided_by_id = NEW.requested_by_id OR s.decided_by_id = ANY (NEW.editor_ids)))
     ) THEN
    RAISE EXCEPTION 'an allocation is approved by the signatures it asked for, and by nothing else' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed BEFORE INSERT OR UPDATE ON allocations FOR EACH ROW
  WHEN (NEW.state = 'approved') EXECUTE FUNCTION refuse_unsigned_allocation();
