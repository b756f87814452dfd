-- An envelope opens empty, whoever writes: its ceiling is what two people sign afterwards.
CREATE FUNCTION refuse_given_ceiling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an envelope opens empty: its ceiling is signed by two people' USING ERRCODE = '23514';
END $$;
CREATE TRIGGER opened_empty BEFORE INSERT ON envelopes FOR EACH ROW
  WHEN (NEW.opening <> 0 OR NEW.ceiling <> 0)
  EXECUTE FUNCTION refuse_given_ceiling();

-- A receipt shows one expense; once that is reversed, it may show the one that is right. Writers come one after another.
-- It is known by what it shows: the same file stored again is the same receipt.
CREATE FUNCTION refuse_receipt_twice() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE shown char(64) := (SELECT sha256 FROM documents WHERE id = NEW.document_id);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('receipt ' || shown, 0));
  IF EXISTS (
    SELECT 1 FROM ledger_entries l JOIN documents d ON d.id = l.document_id
      WHERE d.sha256 = shown AND l.kind = 'expense'
      AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = l.id)
  ) THEN
    RAISE EXCEPTION 'a receipt shows one expense' USING ERRCODE = '23505';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipt_once BEFORE INSERT ON ledger_entries FOR EACH ROW
  WHEN (NEW.kind = 'expense' AND NEW.document_id IS NOT NULL)
  EXECUTE FUNCTION refuse_receipt_twice();
