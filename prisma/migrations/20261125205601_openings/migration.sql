-- An envelope opens empty; what it is opened with is a change of its ceiling that a second person confirms.
ALTER TABLE ceiling_changes
  DROP CONSTRAINT changes_kind,
  DROP CONSTRAINT changes_from,
  ADD CONSTRAINT changes_kind CHECK (kind IN ('opening','change','transfer','carryOver')),
  ADD CONSTRAINT changes_from CHECK ((kind IN ('opening','change')) = (from_envelope_id IS NULL) AND envelope_id IS DISTINCT FROM from_envelope_id);
