-- AlterTable
ALTER TABLE "activities" ADD COLUMN     "partner_title_en" TEXT,
ADD COLUMN     "partner_title_fr" TEXT;

-- French is the source: there is no translation of nothing.
ALTER TABLE "activities" ADD CONSTRAINT activities_partner_title CHECK (partner_title_fr IS NOT NULL OR partner_title_en IS NULL);
