-- A text as a search compares it: no capitals, no accents, no ligature. "velo" finds "vélo", "oeuvre" finds "œuvre".
CREATE FUNCTION folded(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT replace(regexp_replace(lower(normalize(value, NFD)), '[\u0300-\u036f]', '', 'g'), 'œ', 'oe')
$$;
