-- What is read for partners and links is read by a role of its own, which owns nothing: the views of one schema, without
-- the columns that are internal, over rows that policies let through. Whatever a check of the application forgets, that
-- is all there is to read.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'entente_outside') THEN
    CREATE ROLE entente_outside NOLOGIN;
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE EXCEPTION 'the role that migrates may not create roles: an administrator says CREATE ROLE entente_outside NOLOGIN once';
END $$;

CREATE SCHEMA outside;
GRANT USAGE ON SCHEMA outside, public TO entente_outside;

-- Who reads, as the transaction says: an account and its organization, or a link; and the day.
CREATE FUNCTION outside.said(name text) RETURNS text LANGUAGE sql STABLE
  RETURN NULLIF(current_setting('entente.' || name, true), '');
CREATE FUNCTION outside.member() RETURNS uuid LANGUAGE sql STABLE RETURN outside.said('member')::uuid;
CREATE FUNCTION outside.organization() RETURNS uuid LANGUAGE sql STABLE RETURN outside.said('organization')::uuid;
CREATE FUNCTION outside.share() RETURNS uuid LANGUAGE sql STABLE RETURN outside.said('share')::uuid;
CREATE FUNCTION outside.today() RETURNS date LANGUAGE sql STABLE RETURN outside.said('today')::date;

-- Whether a program, or one section of it, is shared with who reads. By the owner’s rights: the policies rest on it.
CREATE FUNCTION outside.sees(program uuid, section text DEFAULT NULL) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM shares s WHERE s.program_id = program AND s.revoked_at IS NULL AND s.expires_on >= outside.today()
      AND (s.id = outside.share() OR (s.kind = 'organization' AND s.organization_id = outside.organization()))
      AND (section IS NULL OR section = ANY (s.sections)))
$$;

-- Whether an organization takes part in a program whose overview, which names those who do, is shared with who reads.
CREATE FUNCTION outside.knows(other uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM program_organizations p
    WHERE p.organization_id = other AND outside.sees(p.program_id, 'overview'))
$$;

ALTER TABLE programs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON programs USING (true) WITH CHECK (true);
CREATE POLICY outside ON programs AS RESTRICTIVE FOR SELECT TO entente_outside USING (outside.sees(id));
GRANT SELECT (id, reference, title_fr, title_en, country_code, scope, path, stage, stage_since, polling_on, suspended_since,
    coordinator_id, created_at, version) ON programs TO entente_outside;
CREATE VIEW outside.programs WITH (security_invoker, security_barrier) AS SELECT
    id, reference, title_fr, title_en, country_code, scope, path, stage, stage_since, polling_on,
    CASE WHEN suspended_since IS NOT NULL THEN 'other' END AS suspended_cause, NULL::text AS suspended_note,
    suspended_since, NULL::uuid AS suspended_by_id, coordinator_id, '{}'::uuid[] AS former_coordinator_ids,
    0::numeric(14, 2) AS planned_money, 0::numeric(8, 1) AS planned_days, NULL::text AS acting_alone_reason,
    created_at, version
  FROM programs;

ALTER TABLE stage_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON stage_entries USING (true) WITH CHECK (true);
CREATE POLICY outside ON stage_entries AS RESTRICTIVE FOR SELECT TO entente_outside USING (outside.sees(program_id, 'overview') OR outside.sees(program_id, 'milestones'));
GRANT SELECT (id, program_id, stage, at) ON stage_entries TO entente_outside;
CREATE VIEW outside.stage_entries WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, NULL::text AS from_stage, stage, "at", '00000000-0000-0000-0000-000000000000'::uuid AS by_id,
    NULL::text AS note
  FROM stage_entries;

ALTER TABLE shares ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON shares USING (true) WITH CHECK (true);
CREATE POLICY outside ON shares AS RESTRICTIVE FOR SELECT TO entente_outside USING (organization_id = outside.organization() OR id = outside.share());
GRANT SELECT (id, program_id, kind, organization_id, sections, expires_on, created_at, revoked_at, version) ON shares TO entente_outside;
CREATE VIEW outside.shares WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, kind, organization_id, sections, expires_on, NULL::bytea AS token_hash,
    NULL::text AS password_hash, '00000000-0000-0000-0000-000000000000'::uuid AS created_by_id, created_at,
    revoked_at, NULL::uuid AS revoked_by_id, version
  FROM shares;

ALTER TABLE organizations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON organizations USING (true) WITH CHECK (true);
CREATE POLICY outside ON organizations AS RESTRICTIVE FOR SELECT TO entente_outside USING (id = outside.organization() OR outside.knows(id));
GRANT SELECT (id, acronym, name_fr, name_en, type, country_code, version) ON organizations TO entente_outside;
CREATE VIEW outside.organizations WITH (security_invoker, security_barrier) AS SELECT
    id, acronym, name_fr, name_en, type, country_code, ''::text AS due_diligence,
    'epoch'::timestamptz(3) AS created_at, version
  FROM organizations;

ALTER TABLE program_organizations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON program_organizations USING (true) WITH CHECK (true);
CREATE POLICY outside ON program_organizations AS RESTRICTIVE FOR SELECT TO entente_outside USING (outside.sees(program_id, 'overview') OR (organization_id = outside.organization() AND outside.sees(program_id)));
GRANT SELECT (id, program_id, organization_id, role, added_at) ON program_organizations TO entente_outside;
CREATE VIEW outside.program_organizations WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, organization_id, role, added_at
  FROM program_organizations;

ALTER TABLE documents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON documents USING (true) WITH CHECK (true);
CREATE POLICY outside ON documents AS RESTRICTIVE FOR SELECT TO entente_outside USING (uploaded_by_id = outside.member() OR (outside.sees(program_id, 'documents') AND (audience = 'public'
    OR (outside.organization() IS NOT NULL AND (audience = 'partners' OR outside.organization() = ANY (organization_ids))))));
GRANT SELECT (id, sha256, size, media_type, name, kind, language, classification, audience, organization_ids, program_id,
    uploaded_by_id, uploaded_at, version) ON documents TO entente_outside;
CREATE VIEW outside.documents WITH (security_invoker, security_barrier) AS SELECT
    id, sha256, size, media_type, name, kind, language, classification, audience, organization_ids, program_id,
    uploaded_by_id, uploaded_at, version
  FROM documents;

ALTER TABLE activities ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON activities USING (true) WITH CHECK (true);
CREATE POLICY outside ON activities AS RESTRICTIVE FOR SELECT TO entente_outside USING (partner_title_fr IS NOT NULL AND (outside.sees(program_id, 'activities') OR outside.sees(program_id, 'milestones')));
GRANT SELECT (id, program_id, column_id, type, starts_on, due_on, milestone, archived_at, partner_title_fr, partner_title_en,
    created_at, version) ON activities TO entente_outside;
CREATE VIEW outside.activities WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, column_id, ''::text AS rank, ''::text AS title, type, ''::text AS description, starts_on,
    due_on, '{}'::uuid[] AS assignee_ids, '{}'::text[] AS labels, NULL::text AS blocked_reason,
    NULL::timestamptz(3) AS blocked_since, NULL::date AS blocked_until, NULL::text AS blocked_asked,
    ''::text AS priority, '{}'::jsonb AS checklist, NULL::uuid AS objective_id, '{}'::uuid[] AS document_ids,
    '{}'::uuid[] AS after_ids, NULL::numeric(6, 1) AS estimate, NULL::numeric(6, 1) AS spent,
    'epoch'::timestamptz(3) AS column_since, archived_at, milestone, partner_title_fr, partner_title_en,
    '00000000-0000-0000-0000-000000000000'::uuid AS created_by_id, created_at, version
  FROM activities;

ALTER TABLE board_columns ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON board_columns USING (true) WITH CHECK (true);
CREATE POLICY outside ON board_columns AS RESTRICTIVE FOR SELECT TO entente_outside USING (outside.sees(program_id, 'activities') OR outside.sees(program_id, 'milestones'));
GRANT SELECT (id, program_id, position, done, archived_at, version) ON board_columns TO entente_outside;
CREATE VIEW outside.board_columns WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, ''::text AS name, position, NULL::integer AS "limit", ''::text AS limit_mode, done,
    archived_at, version
  FROM board_columns;

ALTER TABLE transfer_objectives ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON transfer_objectives USING (true) WITH CHECK (true);
CREATE POLICY outside ON transfer_objectives AS RESTRICTIVE FOR SELECT TO entente_outside USING (outside.sees(program_id, 'results'));
GRANT SELECT (id, program_id, competence, unit, baseline, target, verified_level, created_at, version) ON transfer_objectives TO entente_outside;
CREATE VIEW outside.transfer_objectives WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, competence, unit, baseline, target, ''::text AS verification_method, verified_level,
    NULL::text AS not_reached_reason, NULL::uuid AS verified_by_id, NULL::timestamptz(3) AS verified_at,
    NULL::uuid AS document_id, '00000000-0000-0000-0000-000000000000'::uuid AS created_by_id, created_at, version
  FROM transfer_objectives;

ALTER TABLE gate_standings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON gate_standings USING (true) WITH CHECK (true);
CREATE POLICY outside ON gate_standings AS RESTRICTIVE FOR SELECT TO entente_outside USING (outside.sees(program_id, 'overview'));
GRANT SELECT (program_id, gate_id, principle, kind, phase, state, since, until, rule_version) ON gate_standings TO entente_outside;
CREATE VIEW outside.gate_standings WITH (security_invoker, security_barrier) AS SELECT
    program_id, gate_id, principle, kind, phase, state, since, until, rule_version, '{}'::jsonb AS findings,
    ''::text AS action, NULL::uuid AS by_id, ''::text AS by_name
  FROM gate_standings;

ALTER TABLE agreements ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON agreements USING (true) WITH CHECK (true);
CREATE POLICY outside ON agreements AS RESTRICTIVE FOR SELECT TO entente_outside USING (organization_id = outside.organization() AND outside.sees(program_id));
GRANT SELECT (id, program_id, organization_id, kind, title, signed_on, starts_on, ends_on, document_id, recorded_by_id,
    recorded_at, version) ON agreements TO entente_outside;
CREATE VIEW outside.agreements WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, organization_id, kind, title, signed_on, starts_on, ends_on, document_id, recorded_by_id,
    recorded_at, version
  FROM agreements;

ALTER TABLE contributions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON contributions USING (true) WITH CHECK (true);
CREATE POLICY outside ON contributions AS RESTRICTIVE FOR SELECT TO entente_outside USING (organization_id = outside.organization() AND outside.sees(program_id));
GRANT SELECT (id, program_id, organization_id, description, in_kind, amount, currency, state, document_id, reported_by_id,
    reported_at, version) ON contributions TO entente_outside;
CREATE VIEW outside.contributions WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, organization_id, description, in_kind, amount, currency, state, document_id, reported_by_id,
    reported_at, version
  FROM contributions;

ALTER TABLE consultations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON consultations USING (true) WITH CHECK (true);
CREATE POLICY outside ON consultations AS RESTRICTIVE FOR SELECT TO entente_outside USING (organization_id = outside.organization() AND outside.sees(program_id));
GRANT SELECT (id, program_id, organization_id, question, opened_by_id, opened_at, stance, opinion, origin, answered_by_id,
    answered_at, document_id, closed_at, version) ON consultations TO entente_outside;
CREATE VIEW outside.consultations WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, organization_id, question, opened_by_id, opened_at, stance, opinion, origin, answered_by_id,
    answered_at, document_id, closed_at, version
  FROM consultations;

ALTER TABLE objections ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON objections USING (true) WITH CHECK (true);
CREATE POLICY outside ON objections AS RESTRICTIVE FOR SELECT TO entente_outside USING (organization_id = outside.organization() AND outside.sees(program_id));
GRANT SELECT (id, program_id, organization_id, content, origin, document_id, raised_by_id, raised_at, answer, answered_by_id,
    answered_at, version) ON objections TO entente_outside;
CREATE VIEW outside.objections WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, organization_id, content, origin, document_id, raised_by_id, raised_at, answer, answered_by_id,
    answered_at, version
  FROM objections;

ALTER TABLE terms_of_reference ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON terms_of_reference USING (true) WITH CHECK (true);
CREATE POLICY outside ON terms_of_reference AS RESTRICTIVE FOR SELECT TO entente_outside USING (organization_id = outside.organization() AND outside.sees(program_id));
GRANT SELECT (id, program_id, organization_id, title, content, state, document_id, proposed_by_id, proposed_at, agreed_by_id,
    agreed_at, agreed_on, version) ON terms_of_reference TO entente_outside;
CREATE VIEW outside.terms_of_reference WITH (security_invoker, security_barrier) AS SELECT
    id, program_id, organization_id, title, content, state, document_id, proposed_by_id, proposed_at, agreed_by_id,
    agreed_at, agreed_on, version
  FROM terms_of_reference;

-- Of people, their names; of oneself, what one’s own account says. Nothing of the table itself is granted.
CREATE VIEW outside.users WITH (security_barrier) AS SELECT
    id,
    CASE WHEN id = outside.member() THEN email ELSE ''::text END AS email,
    name,
    ''::text AS password_hash,
    CASE WHEN id = outside.member() THEN roles ELSE '{}'::text[] END AS roles,
    CASE WHEN id = outside.member() THEN locale ELSE ''::text END AS locale,
    organization_id,
    NULL::numeric(14, 2) AS limit_money,
    NULL::numeric(8, 1) AS limit_days,
    created_at,
    disabled_at,
    version
  FROM users WHERE organization_id IS NULL OR organization_id = outside.organization();

GRANT SELECT ON ALL TABLES IN SCHEMA outside TO entente_outside;
