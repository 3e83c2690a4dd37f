-- What could do harm in the hands of whoever finds an open screen is done only by one who has shown her second factor a short while ago
-- (step-up, security decisions 6): at login, or anew on the page that asks.
ALTER TABLE access.session ADD COLUMN proved_at timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE access.session ALTER COLUMN proved_at SET DEFAULT clock_timestamp();

GRANT CREATE ON SCHEMA access TO d_access;

-- As before, and whether it was shown within the time asked for. A clock that was set back makes nothing fresh.
CREATE FUNCTION access.seen(p_token_hash bytea, p_sign_of_life boolean, p_within interval)
RETURNS TABLE (state text, staff uuid, viewer uuid, organisation text, role text, level text,
               sealed_name bytea, kek text, wrapped bytea, proved boolean)
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
         s.staff, s.viewer, v.organisation, v.role, s.level, p.sealed_name, k.kek, k.wrapped,
         s.proved_at <= clock_timestamp() AND clock_timestamp() < s.proved_at + p_within
    FROM access.session s
    JOIN access.staff p ON p.id = s.staff AND p.active
    JOIN access.viewer v ON v.id = s.viewer
    JOIN access.data_key k ON k.id = p.id
   WHERE s.token_hash = p_token_hash
     AND clock_timestamp() < least(s.expires_at, s.seen_at + interval '30 minutes') + interval '12 hours'
$$;
COMMENT ON FUNCTION access.seen(bytea, boolean, interval) IS
  'Whose session this is: living (and, at a sign of life, now seen), expired (no rights, may keep a form), or nothing; and whether she has shown her second factor within a time.';

-- Whose code is asked for is told by the session, never by whoever asks.
CREATE FUNCTION access.second_factor(p_token_hash bytea)
RETURNS TABLE (staff uuid, level text, sealed_totp bytea, totp_step bigint, kek text, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.id, s.level, p.sealed_totp, p.totp_step, k.kek, k.wrapped
    FROM access.session s
    JOIN access.staff p ON p.id = s.staff AND p.active
    JOIN access.data_key k ON k.id = p.id
   WHERE s.token_hash = p_token_hash
     AND clock_timestamp() < least(s.expires_at, s.seen_at + interval '30 minutes')
$$;
COMMENT ON FUNCTION access.second_factor IS 'What the code of whoever sits at a living session is checked against.';

-- One statement decides whether the code's step is new: a code that was used, here or at a login, is used. A session of the demonstration
-- has no authenticator and none to show.
CREATE FUNCTION access.prove(p_token_hash bytea, p_step bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_staff uuid;
  v_level text;
BEGIN
  SELECT s.staff, s.level INTO v_staff, v_level
    FROM access.session s JOIN access.staff p ON p.id = s.staff AND p.active
   WHERE s.token_hash = p_token_hash
     AND clock_timestamp() < least(s.expires_at, s.seen_at + interval '30 minutes')
     FOR UPDATE OF s;
  IF v_staff IS NULL THEN
    RETURN false;
  END IF;
  IF v_level <> 'demonstration' THEN
    UPDATE access.staff p SET totp_step = p_step
     WHERE p.id = v_staff AND p_step IS NOT NULL AND (p.totp_step IS NULL OR p.totp_step < p_step);
    IF NOT FOUND THEN
      RETURN false;
    END IF;
  END IF;
  UPDATE access.session s SET proved_at = clock_timestamp() WHERE s.token_hash = p_token_hash;
  RETURN true;
END
$$;
COMMENT ON FUNCTION access.prove IS 'She has shown her second factor anew; false when the session is not living or the code''s step was used.';

REVOKE ALL ON FUNCTION access.seen(bytea, boolean, interval), access.second_factor(bytea), access.prove(bytea, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.seen(bytea, boolean, interval), access.second_factor(bytea), access.prove(bytea, bigint)
  TO f_support, f_shelter, f_perpetrator, f_conference, f_log;
ALTER FUNCTION access.seen(bytea, boolean, interval) OWNER TO d_access;
ALTER FUNCTION access.second_factor(bytea) OWNER TO d_access;
ALTER FUNCTION access.prove(bytea, bigint) OWNER TO d_access;
REVOKE CREATE ON SCHEMA access FROM d_access;

SET ROLE d_access;
DROP FUNCTION access.seen(bytea, boolean);
RESET ROLE;
