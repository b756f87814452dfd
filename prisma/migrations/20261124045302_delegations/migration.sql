-- AlterTable
ALTER TABLE "approval_steps" ADD COLUMN     "delegation_id" UUID;

-- CreateTable
CREATE TABLE "delegations" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "limit_money" DECIMAL(14,2),
    "limit_days" DECIMAL(14,1),
    "units" TEXT[],
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "delegations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegations_from_id_idx" ON "delegations"("from_id");

-- CreateIndex
CREATE INDEX "delegations_to_id_idx" ON "delegations"("to_id");

-- CreateIndex
CREATE INDEX "approval_steps_delegation_id_idx" ON "approval_steps"("delegation_id");

-- AddForeignKey
ALTER TABLE "approval_steps" ADD CONSTRAINT "approval_steps_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE delegations
  ADD CONSTRAINT delegations_other CHECK (from_id <> to_id),
  ADD CONSTRAINT delegations_days CHECK (ends_on >= starts_on),
  ADD CONSTRAINT delegations_units CHECK (units <@ ARRAY['CAD','staffDay','item'] AND cardinality(units) > 0),
  ADD CONSTRAINT delegations_limits CHECK (limit_money >= 0 AND limit_days >= 0);

-- Depth one, no circle: over the same days nobody both gives and receives. Terms stay; a delegation may only end early.
CREATE FUNCTION refuse_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (
       to_jsonb(NEW) - 'revoked_at' - 'version' <> to_jsonb(OLD) - 'revoked_at' - 'version' OR OLD.revoked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a delegation keeps its terms' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'INSERT' THEN
    -- One at a time: two that are written together would not see each other.
    PERFORM pg_advisory_xact_lock(hashtext('delegations'));
    IF EXISTS (SELECT 1 FROM delegations d WHERE d.revoked_at IS NULL AND d.starts_on <= NEW.ends_on AND d.ends_on >= NEW.starts_on
                 AND (d.from_id = NEW.to_id OR d.to_id = NEW.from_id)) THEN
      RAISE EXCEPTION 'what was delegated is not delegated again' USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept BEFORE INSERT OR UPDATE OR DELETE ON delegations FOR EACH ROW EXECUTE FUNCTION refuse_delegation();

-- Who decides for another holds their delegation that day, and neither of the two took part.
CREATE FUNCTION refuse_borrowed_power() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM delegations d JOIN allocations a ON a.id = NEW.allocation_id
    WHERE d.id = NEW.delegation_id AND d.to_id = NEW.decided_by_id AND d.revoked_at IS NULL
      AND (NEW.decided_at AT TIME ZONE 'America/Toronto')::date BETWEEN d.starts_on AND d.ends_on
      AND d.from_id <> a.requested_by_id AND d.from_id <> ALL (a.editor_ids)) THEN
    RAISE EXCEPTION 'nobody decides with a power they were not lent' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lent BEFORE INSERT OR UPDATE ON approval_steps FOR EACH ROW
  WHEN (NEW.delegation_id IS NOT NULL) EXECUTE FUNCTION refuse_borrowed_power();
