-- CreateTable
CREATE TABLE "context_events" (
    "id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "raised_by_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "cleared_by_id" UUID,
    "cleared_at" TIMESTAMPTZ(3),
    "clearing_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "context_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "context_events_program_id_idx" ON "context_events"("program_id");

-- AddForeignKey
ALTER TABLE "context_events" ADD CONSTRAINT "context_events_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE context_events
  ADD CONSTRAINT context_events_kind CHECK (kind IN ('authorityChanged','emergency','pollMoved','networkLeft','partnerWithdrew')),
  ADD CONSTRAINT context_events_cleared CHECK ((cleared_at IS NULL) = (cleared_by_id IS NULL) AND (cleared_at IS NULL) = (clearing_reason IS NULL)),
  ADD CONSTRAINT context_events_two_people CHECK (cleared_by_id IS DISTINCT FROM raised_by_id OR cleared_by_id IS NULL);
