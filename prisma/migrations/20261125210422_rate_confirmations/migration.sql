-- AlterTable
ALTER TABLE "exchange_rates" ADD COLUMN     "is_unusual" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "rate_confirmations" (
    "rate_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_confirmations_pkey" PRIMARY KEY ("rate_id")
);

-- AddForeignKey
ALTER TABLE "rate_confirmations" ADD CONSTRAINT "rate_confirmations_rate_id_fkey" FOREIGN KEY ("rate_id") REFERENCES "exchange_rates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A confirmation is given once, by someone else than who recorded the rate, and kept.
CREATE FUNCTION refuse_own_rate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM exchange_rates r WHERE r.id = NEW.rate_id AND r.recorded_by_id = NEW.by_id) THEN
    RAISE EXCEPTION 'a rate is confirmed by a second person' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER second_person BEFORE INSERT ON rate_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_own_rate();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON rate_confirmations FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
COMMENT ON TABLE rate_confirmations IS 'append-only: a rate that surprises is confirmed once, by a second person';
