-- What Prisma's schema cannot say: closed lists of words, sums that hold, order by code units, and the audit trail.

-- Enumerated values: the same words as on the wire.
ALTER TABLE programs
  ADD CONSTRAINT programs_stage CHECK (stage IN ('received','admissibility','analysis','decision','design','allocation','implementation','closing','evaluation','closed','declined','redirected','withdrawn','cancelled')),
  ADD CONSTRAINT programs_path CHECK (path IN ('standard','short')),
  ADD CONSTRAINT programs_scope CHECK (scope IN ('country','several','undisclosed')),
  ADD CONSTRAINT programs_suspension CHECK ((suspended_cause IS NULL) = (suspended_since IS NULL));
ALTER TABLE requests
  ADD CONSTRAINT requests_kind CHECK (kind IN ('program','invitation')),
  ADD CONSTRAINT requests_channel CHECK (channel IN ('dge','quebecAuthority','canadianAuthority','internationalOrganization')),
  ADD CONSTRAINT requests_state CHECK (state IN ('toVerify','valid','toReconfirm','lapsed','withdrawn')),
  ADD CONSTRAINT requests_two_people CHECK (verified_by_id IS NULL OR (verified_by_id <> registered_by_id AND verified_by_id <> ALL (corrected_by_ids)));
ALTER TABLE analyses
  ADD CONSTRAINT analyses_state CHECK (state IN ('draft','submitted','returned','approved','superseded')),
  ADD CONSTRAINT analyses_two_people CHECK (state <> 'approved' OR NOT (reviewer_id = ANY (writer_ids)));
ALTER TABLE documents
  ADD CONSTRAINT documents_kind CHECK (kind IN ('letter','verification','opinion','authorization','agreement','termsOfReference','minutes','report','receipt','other')),
  ADD CONSTRAINT documents_classification CHECK (classification IN ('public','partner','internal','restricted'));
ALTER TABLE program_organizations ADD CONSTRAINT program_organizations_role CHECK (role IN ('host','funder','implementer','network'));
ALTER TABLE contributions ADD CONSTRAINT contributions_state CHECK (state IN ('promised','signed','received'));
ALTER TABLE terms_of_reference ADD CONSTRAINT terms_state CHECK (state IN ('proposed','agreed'));
ALTER TABLE transfer_objectives
  ADD CONSTRAINT transfer_levels CHECK (baseline BETWEEN 0 AND 4 AND target BETWEEN 0 AND 4 AND target > baseline),
  ADD CONSTRAINT transfer_verified CHECK (verified_level IS NULL OR verified_level >= target OR not_reached_reason IS NOT NULL);
ALTER TABLE consultations ADD CONSTRAINT consultations_stance CHECK (stance IN ('favourable','withReservations','unfavourable','noOpinion'));
ALTER TABLE decisions ADD CONSTRAINT decisions_outcome CHECK (outcome IN ('accept','acceptWithConditions','defer','decline','redirect'));
ALTER TABLE waivers
  ADD CONSTRAINT waivers_state CHECK (state IN ('proposed','granted','refused')),
  ADD CONSTRAINT waivers_two_people CHECK (decided_by_id IS DISTINCT FROM proposed_by_id OR decided_by_id IS NULL);
ALTER TABLE shares ADD CONSTRAINT shares_kind CHECK (kind IN ('organization','link') AND (kind = 'link') = (token_hash IS NOT NULL));
ALTER TABLE board_columns ADD CONSTRAINT board_columns_limit CHECK ("limit" > 0 AND limit_mode IN ('warn','block'));
ALTER TABLE gate_evaluations ADD CONSTRAINT gate_evaluations_state CHECK (state IN ('passed','failed','waived','notApplicable'));

-- Keys made for code-unit order would sort wrongly in any language.
ALTER TABLE activities ALTER COLUMN rank TYPE text COLLATE "C";

-- Money that adds up: the last line of defence, below the conditional updates of the application.
ALTER TABLE envelopes
  ADD CONSTRAINT envelopes_unit CHECK (unit IN ('CAD','staffDay','item')),
  ADD CONSTRAINT envelopes_sums CHECK (reserved >= 0 AND committed >= 0 AND spent >= 0),
  ADD CONSTRAINT envelopes_ceiling CHECK (reserved + committed + spent <= ceiling);
DROP INDEX envelopes_fiscal_year_unit_profile_key;
CREATE UNIQUE INDEX envelopes_fiscal_year_unit_profile_key ON envelopes (fiscal_year, unit, profile) NULLS NOT DISTINCT;
ALTER TABLE allocations ADD CONSTRAINT allocations_state CHECK (state IN ('draft','submitted','approved','returned','refused'));
ALTER TABLE allocation_lines
  ADD CONSTRAINT lines_asked CHECK (asked > 0),
  ADD CONSTRAINT lines_approved CHECK (approved >= 0 AND approved <= asked),
  ADD CONSTRAINT lines_sums CHECK (reserved >= 0 AND committed >= 0 AND spent >= 0 AND reserved + committed + spent <= COALESCE(approved, 0));
ALTER TABLE approval_steps
  ADD CONSTRAINT steps_state CHECK (state IN ('pending','approved','returned','refused')),
  ADD CONSTRAINT steps_decided CHECK ((state = 'pending') = (decided_by_id IS NULL));
ALTER TABLE ledger_entries
  ADD CONSTRAINT entries_kind CHECK (kind IN ('reservation','commitment','expense','release','transfer','carryOver','reversal')),
  ADD CONSTRAINT entries_amount CHECK (amount > 0);

-- Tables that only grow: what was decided, evaluated or entered is never rewritten, by anybody.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON gate_evaluations FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON stage_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- The start reads these comments and grants the application no UPDATE or DELETE on the tables.
COMMENT ON TABLE ledger_entries IS 'append-only: a mistake is answered by a reversal';
COMMENT ON TABLE gate_evaluations IS 'append-only: what a gate read and said';
COMMENT ON TABLE decisions IS 'append-only: a later decision follows an earlier one';
COMMENT ON TABLE stage_entries IS 'append-only: where a program has been';

-- Nobody decides their own request for resources, whatever path the statement came by.
CREATE FUNCTION refuse_own_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'approved' AND EXISTS (
    SELECT 1 FROM allocations a
    WHERE a.id = NEW.allocation_id AND (a.requested_by_id = NEW.decided_by_id OR NEW.decided_by_id = ANY (a.editor_ids))
  ) THEN
    RAISE EXCEPTION 'an allocation is never decided by who asked for it' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER two_people BEFORE INSERT OR UPDATE ON approval_steps FOR EACH ROW EXECUTE FUNCTION refuse_own_allocation();

-- And nobody is written out of a request they took part in, to decide it afterwards.
CREATE FUNCTION refuse_forgetting_writers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.requested_by_id <> OLD.requested_by_id OR NOT (NEW.editor_ids @> OLD.editor_ids) THEN
    RAISE EXCEPTION 'who wrote in an allocation stays on record' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER writers_stay BEFORE UPDATE ON allocations FOR EACH ROW EXECUTE FUNCTION refuse_forgetting_writers();

-- The audit trail: an own schema, appended by one function, chained by hashes, readable and nothing else.
CREATE SCHEMA audit;
CREATE TABLE audit.entries (
  id          bigint PRIMARY KEY,
  at          timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT now(),
  actor_id    uuid,
  actor_name  text NOT NULL,
  action      text NOT NULL,
  resource    text NOT NULL,
  resource_id text NOT NULL,
  program_id  uuid,
  version     int,
  before      jsonb NOT NULL,
  after       jsonb NOT NULL,
  previous    text NOT NULL,
  hash        text NOT NULL
);
CREATE INDEX entries_program ON audit.entries (program_id, id);
CREATE INDEX entries_actor ON audit.entries (actor_id, id);
CREATE INDEX entries_at ON audit.entries (at);

-- One row: the number of entries and the hash of the last. A cut tail no longer agrees with it.
CREATE TABLE audit.head (single boolean PRIMARY KEY DEFAULT true CHECK (single), entries bigint NOT NULL, hash text NOT NULL);
INSERT INTO audit.head VALUES (true, 0, repeat('0', 64));

CREATE FUNCTION audit.hash_of(e audit.entries) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    e.previous, e.id, extract(epoch FROM e.at)::text, extract(epoch FROM e.recorded_at)::text, e.actor_id, e.actor_name,
    e.action, e.resource, e.resource_id, e.program_id, e.version, e.before, e.after)::text, 'UTF8')), 'hex')
$$;

-- Taken last in a transaction: the row lock on the head puts commits in the order of numbers.
CREATE FUNCTION audit.append(p_at timestamptz, p_actor_id uuid, p_actor_name text, p_action text, p_resource text,
  p_resource_id text, p_program_id uuid, p_version int, p_before jsonb, p_after jsonb)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, audit AS $$
DECLARE
  h audit.head;
  e audit.entries;
BEGIN
  SELECT * INTO h FROM audit.head FOR UPDATE;
  e.id := h.entries + 1;
  e.at := p_at;
  e.recorded_at := now();
  e.actor_id := p_actor_id;
  e.actor_name := p_actor_name;
  e.action := p_action;
  e.resource := p_resource;
  e.resource_id := p_resource_id;
  e.program_id := p_program_id;
  e.version := p_version;
  e.before := p_before;
  e.after := p_after;
  e.previous := h.hash;
  e.hash := audit.hash_of(e);
  INSERT INTO audit.entries SELECT e.*;
  UPDATE audit.head SET entries = e.id, hash = e.hash;
  PERFORM pg_notify('entente', e.id::text);
  RETURN e.id;
END $$;

-- The first entry that does not follow from the one before it; the entry after the last when the tail was cut; or null.
CREATE FUNCTION audit.first_broken() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, audit AS $$
  SELECT coalesce(
    (SELECT min(c.place) FROM (
       SELECT e.id, e.hash, e.previous, audit.hash_of(e) AS expected,
              row_number() OVER (ORDER BY e.id) AS place,
              lag(e.hash, 1, repeat('0', 64)) OVER (ORDER BY e.id) AS before
       FROM audit.entries e) c
     WHERE c.id <> c.place OR c.hash <> c.expected OR c.previous <> c.before),
    (SELECT (SELECT count(*) FROM audit.entries) + 1 FROM audit.head h
     WHERE h.entries <> (SELECT count(*) FROM audit.entries)
        OR h.hash <> coalesce((SELECT e.hash FROM audit.entries e ORDER BY e.id DESC LIMIT 1), repeat('0', 64))))
$$;

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail only grows' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entries FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
REVOKE ALL ON FUNCTION audit.append(timestamptz, uuid, text, text, text, text, uuid, int, jsonb, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.first_broken() FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.hash_of(audit.entries) FROM PUBLIC;
