-- CreateTable
CREATE TABLE "former_windows" (
    "id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "polling_on" DATE NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_windows_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "former_windows_by_id_idx" ON "former_windows"("by_id");

-- AddForeignKey
ALTER TABLE "former_windows" ADD CONSTRAINT "former_windows_election_id_fkey" FOREIGN KEY ("election_id") REFERENCES "elections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON former_windows FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
COMMENT ON TABLE former_windows IS 'append-only: days an election no longer closes, and who changed it';
