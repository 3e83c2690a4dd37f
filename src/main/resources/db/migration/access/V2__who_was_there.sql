-- A page that asks by itself every few seconds is no sign of life: with it, a screen that was left would stay open all day.

GRANT CREATE ON SCHEMA access TO d_access;

CREATE FUNCTION access.seen(p_token_hash bytea, p_sign_of_life boolean)
RETURNS TABLE (state text, staff uuid, viewer uuid, organisation text, role text, level text,
               sealed_name bytea, kek text, wrapped bytea)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH living AS (
    SELECT s.token_hash
      FROM access.session s
      JOIN access.staff p ON p.id = s.staff AND p.active
      JOIN access.viewer v ON v.id = s.viewer AND v.staff = s.staff
     WHERE s.token_hash = p_token_hash
       AND clock_timestamp() < s.expires_at
       AND clock_timestamp() < s.seen_at + interval '30 minutes'
  ), touched AS (
    UPDATE access.session s SET seen_at = clock_timestamp()
      FROM living l
     WHERE p_sign_of_life AND s.token_hash = l.token_hash
  )
  SELECT CASE WHEN EXISTS (SELECT 1 FROM living) THEN 'living' ELSE 'expired' END,
         s.staff, s.viewer, v.organisation, v.role, s.level, p.sealed_name, k.kek, k.wrapped
    FROM access.session s
    JOIN access.staff p ON p.id = s.staff AND p.active
    JOIN access.viewer v ON v.id = s.viewer
    JOIN access.data_key k ON k.id = p.id
   WHERE s.token_hash = p_token_hash
     AND clock_timestamp() < least(s.expires_at, s.seen_at + interval '30 minutes') + interval '12 hours'
$$;
COMMENT ON FUNCTION access.seen(bytea, boolean) IS
  'Whose session this is: living (and, at a sign of life, now seen), expired (no rights, may keep a form), or nothing.';
REVOKE ALL ON FUNCTION access.seen(bytea, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.seen(bytea, boolean) TO f_support, f_shelter, f_perpetrator, f_conference, f_log;
ALTER FUNCTION access.seen(bytea, boolean) OWNER TO d_access;
REVOKE CREATE ON SCHEMA access FROM d_access;

-- The old one; and what nobody calls: it told any side how many forms another side keeps, and could spoil their keys.
SET ROLE d_access;
DROP FUNCTION access.seen(bytea);
REVOKE ALL ON FUNCTION access.keys_to_turn(text, text), access.turn_key(uuid, text, text, bytea)
  FROM f_support, f_shelter, f_perpetrator, f_conference, f_log;
RESET ROLE;
