-- AlterTable
ALTER TABLE "shares" ADD COLUMN     "grounds_end_on" DATE;

-- Who is outside sees of a share what it rests on, and is let in while that holds: the same rule as the application’s.
GRANT SELECT (grounds_end_on) ON shares TO entente_outside;
CREATE OR REPLACE VIEW outside.shares WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, kind, organization_id, sections, expires_on, NULL::bytea AS token_hash,
    NULL::text AS password_hash, '00000000-0000-0000-0000-000000000000'::uuid AS created_by_id, created_at,
    revoked_at, NULL::uuid AS revoked_by_id, version, grounds_end_on
  FROM shares;
-- Of its diligence an organization is told its own.
GRANT SELECT (due_diligence) ON organizations TO entente_outside;
CREATE OR REPLACE VIEW outside.organizations WITH (security_invoker, security_barrier) AS SELECT
    id, acronym, name_fr, name_en, type, country_code,
    CASE WHEN id = outside.organization() THEN due_diligence ELSE '' END AS due_diligence,
    'epoch'::timestamptz(3) AS created_at, version
  FROM organizations;
CREATE OR REPLACE FUNCTION outside.sees(program uuid, section text DEFAULT NULL) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM shares s WHERE s.program_id = program AND s.revoked_at IS NULL AND s.expires_on >= outside.today()
      AND (s.grounds_end_on IS NULL OR s.grounds_end_on >= outside.today())
      AND (s.id = outside.share() OR (s.kind = 'organization' AND s.organization_id = outside.organization()
        AND EXISTS (SELECT 1 FROM organizations o WHERE o.id = s.organization_id AND o.due_diligence = 'cleared')))
      AND (section IS NULL OR section = ANY (s.sections)))
$$;
