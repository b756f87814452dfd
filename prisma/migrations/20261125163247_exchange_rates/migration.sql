-- DropIndex
DROP INDEX "envelopes_fiscal_year_unit_profile_key";

-- AlterTable
ALTER TABLE "allocation_lines" ADD COLUMN     "original_amount" DECIMAL(14,4),
ADD COLUMN     "original_approved" DECIMAL(14,4),
ADD COLUMN     "original_currency" CHAR(3),
ADD COLUMN     "rate" DECIMAL(18,8),
ADD COLUMN     "rate_on" DATE,
ADD COLUMN     "rate_source" TEXT;

-- AlterTable
ALTER TABLE "envelopes" ADD COLUMN     "holder" TEXT;

-- CreateTable
CREATE TABLE "exchange_rates" (
    "id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "effective_on" DATE NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exchange_rates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exchange_rates_currency_effective_on_idx" ON "exchange_rates"("currency", "effective_on");

-- CreateIndex
CREATE UNIQUE INDEX "envelopes_fiscal_year_unit_profile_holder_key" ON "envelopes"("fiscal_year", "unit", "profile", "holder") NULLS NOT DISTINCT;

-- A rate is recorded once; whoever was wrong records another.
ALTER TABLE exchange_rates
  ADD CONSTRAINT rates_rate CHECK (rate > 0),
  ADD CONSTRAINT rates_currency CHECK (currency ~ '^[A-Z]{3}$' AND currency <> 'CAD');
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange_rates FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
COMMENT ON TABLE exchange_rates IS 'append-only: a later rate of the same day corrects an earlier one';

-- What was converted stands beside its rate, whole, and gives the amount to the cent.
ALTER TABLE allocation_lines
  ADD CONSTRAINT lines_converted CHECK (num_nulls(original_amount, original_currency, rate, rate_source, rate_on) IN (0, 5)),
  ADD CONSTRAINT lines_asked_at_rate CHECK (original_amount IS NULL OR asked = round(original_amount * rate, 2)),
  ADD CONSTRAINT lines_approved_at_rate CHECK (original_amount IS NULL OR approved IS NULL OR approved = round(original_approved * rate, 2));
ALTER TABLE ledger_entries
  ADD CONSTRAINT entries_converted CHECK (num_nulls(original_amount, original_currency, rate, rate_source, rate_on) IN (0, 5)),
  ADD CONSTRAINT entries_at_rate CHECK (original_amount IS NULL OR amount = round(original_amount * rate, 2));

-- And the rate of a line stays what it was when the line was asked.
CREATE FUNCTION refuse_another_rate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a line keeps the rate it was asked at' USING ERRCODE = '23514';
END $$;
CREATE TRIGGER rate_stays BEFORE UPDATE ON allocation_lines FOR EACH ROW
  WHEN ((OLD.asked, OLD.original_amount, OLD.original_currency, OLD.rate, OLD.rate_source, OLD.rate_on)
    IS DISTINCT FROM (NEW.asked, NEW.original_amount, NEW.original_currency, NEW.rate, NEW.rate_source, NEW.rate_on))
  EXECUTE FUNCTION refuse_another_rate();
