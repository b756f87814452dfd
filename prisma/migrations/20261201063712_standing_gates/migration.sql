-- CreateTable
CREATE TABLE "gate_standings" (
    "program_id" UUID NOT NULL,
    "gate_id" TEXT NOT NULL,
    "principle" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" DATE,
    "rule_version" INTEGER NOT NULL,
    "findings" JSONB NOT NULL,
    "action" TEXT NOT NULL,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "gate_standings_pkey" PRIMARY KEY ("program_id","gate_id")
);

-- CreateTable
CREATE TABLE "gate_changes" (
    "id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "gate_id" TEXT NOT NULL,
    "principle" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" DATE,
    "rule_version" INTEGER NOT NULL,
    "findings" JSONB NOT NULL,
    "action" TEXT NOT NULL,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "gate_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "gate_changes_program_id_gate_id_at_idx" ON "gate_changes"("program_id", "gate_id", "at");

-- AddForeignKey
ALTER TABLE "gate_standings" ADD CONSTRAINT "gate_standings_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_changes" ADD CONSTRAINT "gate_changes_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE gate_standings ADD CONSTRAINT gate_standings_state CHECK (state IN ('passed','failed','waived','notApplicable'));
ALTER TABLE gate_standings ADD CONSTRAINT gate_standings_phase CHECK (phase IN ('ahead','inForce','past'));
ALTER TABLE gate_changes ADD CONSTRAINT gate_changes_state CHECK (state IN ('passed','failed','waived','notApplicable'));
ALTER TABLE gate_changes ADD CONSTRAINT gate_changes_phase CHECK (phase IN ('ahead','inForce','past'));
CREATE INDEX gate_standings_broken ON gate_standings (program_id) WHERE phase = 'inForce' AND state = 'failed';

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON gate_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
COMMENT ON TABLE gate_changes IS 'append-only: how each gate has stood';
