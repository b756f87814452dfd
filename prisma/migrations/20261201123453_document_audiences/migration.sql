-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "audience" TEXT NOT NULL DEFAULT 'internal',
ADD COLUMN     "organization_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- What partners could read goes on, but for proofs of one organization, which were open to all of them: those, and what a
-- partner filed itself, are for that organization from now on.
UPDATE "documents" d SET "audience" = 'organizations', "organization_ids" = ARRAY[u."organization_id"]
  FROM "users" u WHERE u."id" = d."uploaded_by_id" AND u."organization_id" IS NOT NULL;
UPDATE "documents" d SET "audience" = 'organizations', "organization_ids" = of.ids
  FROM (
    SELECT document_id, array_agg(DISTINCT organization_id) AS ids FROM (
      SELECT document_id, organization_id FROM "agreements"
      UNION SELECT document_id, organization_id FROM "contributions"
      UNION SELECT document_id, organization_id FROM "terms_of_reference"
      UNION SELECT document_id, organization_id FROM "consultations"
      UNION SELECT document_id, organization_id FROM "objections"
    ) proofs WHERE document_id IS NOT NULL GROUP BY 1
  ) of
  WHERE of.document_id = d."id" AND d."audience" = 'internal' AND d."classification" IN ('partner', 'public');
UPDATE "documents" SET "audience" = 'partners' WHERE "audience" = 'internal' AND "classification" = 'partner';
UPDATE "documents" SET "audience" = 'public' WHERE "audience" = 'internal' AND "classification" = 'public';

-- The same words as on the wire; organizations are named for their audience only, and nothing handled as internal is
-- released to all.
ALTER TABLE "documents"
  ADD CONSTRAINT documents_audience CHECK ("audience" IN ('internal', 'organizations', 'partners', 'public')),
  ADD CONSTRAINT documents_readers CHECK (("audience" = 'organizations') = (cardinality("organization_ids") > 0)),
  ADD CONSTRAINT documents_released CHECK (CASE "audience" WHEN 'public' THEN "classification" = 'public'
    WHEN 'partners' THEN "classification" IN ('partner', 'public') ELSE true END);
