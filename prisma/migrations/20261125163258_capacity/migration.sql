-- CreateTable
CREATE TABLE "elections" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "polling_on" DATE NOT NULL,
    "certainty" TEXT NOT NULL,
    "place" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "sudden_since" TIMESTAMPTZ(3),
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "elections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_members" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "critical" BOOLEAN NOT NULL,
    "profile" TEXT NOT NULL,
    "skills" TEXT[],
    "languages" TEXT[],
    "days_per_week" DECIMAL(2,1) NOT NULL,
    "availability" INTEGER NOT NULL,
    "leaves" JSONB NOT NULL DEFAULT '[]',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "staff_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bookings" (
    "id" UUID NOT NULL,
    "staff_id" UUID,
    "profile" TEXT NOT NULL,
    "skills" TEXT[],
    "languages" TEXT[],
    "program_id" UUID,
    "activity_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "days" DECIMAL(6,1) NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "editor_ids" UUID[],
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recall_decisions" (
    "id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "activity_id" UUID,
    "booking_id" UUID,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recall_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenarios" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "polling_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "scenarios_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "elections_polling_on_idx" ON "elections"("polling_on");

-- CreateIndex
CREATE UNIQUE INDEX "staff_members_user_id_key" ON "staff_members"("user_id");

-- CreateIndex
CREATE INDEX "staff_members_profile_idx" ON "staff_members"("profile");

-- CreateIndex
CREATE INDEX "bookings_staff_id_starts_on_idx" ON "bookings"("staff_id", "starts_on");

-- CreateIndex
CREATE INDEX "bookings_program_id_idx" ON "bookings"("program_id");

-- CreateIndex
CREATE INDEX "bookings_activity_id_idx" ON "bookings"("activity_id");

-- CreateIndex
CREATE INDEX "bookings_state_starts_on_idx" ON "bookings"("state", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "recall_decisions_election_id_activity_id_key" ON "recall_decisions"("election_id", "activity_id");

-- CreateIndex
CREATE UNIQUE INDEX "recall_decisions_election_id_booking_id_key" ON "recall_decisions"("election_id", "booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "scenarios_owner_id_name_key" ON "scenarios"("owner_id", "name");

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_decisions" ADD CONSTRAINT "recall_decisions_election_id_fkey" FOREIGN KEY ("election_id") REFERENCES "elections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_decisions" ADD CONSTRAINT "recall_decisions_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_decisions" ADD CONSTRAINT "recall_decisions_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "bookings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE elections
  ADD CONSTRAINT elections_kind CHECK (kind IN ('general','byElection','municipal')),
  ADD CONSTRAINT elections_certainty CHECK (certainty IN ('certain','probable','sudden')),
  ADD CONSTRAINT elections_sudden CHECK ((certainty = 'sudden') = (sudden_since IS NOT NULL));
-- One entry for one election; what was withdrawn may be entered again.
CREATE UNIQUE INDEX elections_once ON elections (kind, polling_on, place) NULLS NOT DISTINCT WHERE NOT withdrawn;

ALTER TABLE staff_members
  ADD CONSTRAINT staff_days CHECK (days_per_week > 0 AND days_per_week <= 5),
  ADD CONSTRAINT staff_availability CHECK (availability BETWEEN 1 AND 100);

ALTER TABLE bookings
  ADD CONSTRAINT bookings_state CHECK (state IN ('asked','firm','refused','released')),
  ADD CONSTRAINT bookings_period CHECK (ends_on >= starts_on AND days > 0),
  ADD CONSTRAINT bookings_firm_named CHECK (state <> 'firm' OR staff_id IS NOT NULL),
  ADD CONSTRAINT bookings_firm_decided CHECK (state <> 'firm' OR decided_by_id IS NOT NULL),
  ADD CONSTRAINT bookings_two_people CHECK (decided_by_id IS NULL OR decided_by_id <> asked_by_id AND decided_by_id <> ALL (editor_ids));

ALTER TABLE recall_decisions
  ADD CONSTRAINT recalls_outcome CHECK (outcome IN ('recalled','kept')),
  ADD CONSTRAINT recalls_one CHECK ((activity_id IS NULL) <> (booking_id IS NULL));
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON recall_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
COMMENT ON TABLE recall_decisions IS 'append-only: who was called back, or stays, when an election was called by surprise';

-- What the law fixes: general elections on the first Monday of October of the fourth year, municipal ones on the first
-- Sunday of November of every fourth year. The rest of the register is kept by people.
INSERT INTO elections (id, kind, polling_on, certainty) VALUES
  ('01970000-0000-7000-8000-000000000001', 'general', '2022-10-03', 'certain'),
  ('01970000-0000-7000-8000-000000000002', 'municipal', '2025-11-02', 'certain'),
  ('01970000-0000-7000-8000-000000000003', 'general', '2026-10-05', 'certain'),
  ('01970000-0000-7000-8000-000000000004', 'municipal', '2029-11-04', 'certain'),
  ('01970000-0000-7000-8000-000000000005', 'general', '2030-10-07', 'certain'),
  ('01970000-0000-7000-8000-000000000006', 'general', '2034-10-02', 'certain');
