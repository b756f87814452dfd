-- AlterTable
ALTER TABLE "activities" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "blocked_asked" TEXT,
ADD COLUMN     "blocked_until" DATE,
ADD COLUMN     "checklist" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "column_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "document_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "estimate" DECIMAL(6,1),
ADD COLUMN     "objective_id" UUID,
ADD COLUMN     "priority" TEXT NOT NULL DEFAULT 'normal',
ADD COLUMN     "spent" DECIMAL(6,1);

-- AlterTable
ALTER TABLE "board_columns" ADD COLUMN     "done" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "boards" ADD COLUMN     "lane_attribute" TEXT,
ADD COLUMN     "lane_limit" INTEGER,
ADD COLUMN     "lane_limit_mode" TEXT NOT NULL DEFAULT 'warn',
ADD COLUMN     "person_limit" INTEGER,
ADD COLUMN     "person_limit_mode" TEXT NOT NULL DEFAULT 'warn';

-- CreateTable
CREATE TABLE "activity_comments" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "mention_ids" UUID[],
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "activity_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_presences" (
    "activity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "editing" BOOLEAN NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_presences_pkey" PRIMARY KEY ("activity_id","user_id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "program_id" UUID,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "activity_comments_activity_id_at_idx" ON "activity_comments"("activity_id", "at");

-- CreateIndex
CREATE INDEX "saved_views_program_id_idx" ON "saved_views"("program_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_owner_id_program_id_name_key" ON "saved_views"("owner_id", "program_id", "name");

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "transfer_objectives"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_comments" ADD CONSTRAINT "activity_comments_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_presences" ADD CONSTRAINT "activity_presences_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The same words as on the wire, as text with CHECK.
ALTER TABLE activities
  ADD CONSTRAINT activities_priority CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  ADD CONSTRAINT activities_days CHECK (estimate >= 0 AND spent >= 0),
  ADD CONSTRAINT activities_blocked CHECK (blocked_reason IS NOT NULL OR (blocked_until IS NULL AND blocked_asked IS NULL));
ALTER TABLE boards
  ADD CONSTRAINT boards_limits CHECK (person_limit > 0 AND lane_limit > 0),
  ADD CONSTRAINT boards_limit_modes CHECK (person_limit_mode IN ('warn', 'block') AND lane_limit_mode IN ('warn', 'block')),
  ADD CONSTRAINT boards_lane_attribute CHECK (lane_attribute IN ('assignee', 'label', 'objective', 'priority', 'type'));

-- The last of the columns a board starts with holds what is done.
UPDATE board_columns SET done = true WHERE name = 'Terminé';
UPDATE activities SET column_since = created_at;

-- Who has a card open need not survive a crash.
ALTER TABLE activity_presences SET UNLOGGED;
-- A name is one view, on the portfolio too.
DROP INDEX saved_views_owner_id_program_id_name_key;
CREATE UNIQUE INDEX saved_views_owner_id_program_id_name_key ON saved_views (owner_id, program_id, name) NULLS NOT DISTINCT;
