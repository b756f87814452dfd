-- A receipt is known by what it shows: the same file stored again is the same receipt.
CREATE OR REPLACE FUNCTION refuse_receipt_twice() RETURNS trigger LANGUAGE plpgsql AS $$
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
