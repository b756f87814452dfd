-- AlterTable
ALTER TABLE "waivers" ADD COLUMN     "away_from" DATE,
ADD COLUMN     "away_to" DATE,
ADD COLUMN     "former_decider_id" UUID,
ADD COLUMN     "level" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "staff_id" UUID;

-- AddForeignKey
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A waiver of a gate of persons names whom and when, all or nothing.
ALTER TABLE waivers
  ADD CONSTRAINT waivers_absence CHECK (num_nulls(staff_id, away_from, away_to) IN (0, 3)),
  ADD CONSTRAINT waivers_absence_days CHECK (away_to >= away_from),
  ADD CONSTRAINT waivers_level CHECK (level >= 0);
