-- Foundation: who works here, in which role, and since when she sits at the screen.
-- No login may touch a table of this schema. Everything goes through the functions below, which
-- run as d_access and take the time from the database's clock.

CREATE TABLE access.data_key (
  id      uuid  PRIMARY KEY,
  kek     text  NOT NULL CHECK (kek ~ '^[A-Za-z0-9_.:-]{1,64}$'),
  wrapped bytea NOT NULL CHECK (octet_length(wrapped) BETWEEN 32 AND 512),
  keyset  text  NOT NULL DEFAULT 'staff'
          CHECK (keyset IN ('staff', 'support', 'shelter', 'perpetrator', 'conference'))
);
COMMENT ON TABLE access.data_key IS
  'Foundation. Wrapped keys of staff records (keyset staff) and of kept forms (keyset of their side). Art. 32 GDPR.';

CREATE TABLE access.staff (
  id              uuid        PRIMARY KEY,
  login_index     bytea       NOT NULL UNIQUE CHECK (octet_length(login_index) = 16),
  sealed_login    bytea       NOT NULL,
  sealed_name     bytea       NOT NULL,
  sealed_totp     bytea,
  totp_step       bigint,
  password_scheme text        CHECK (password_scheme ~ '^[a-z0-9.]{1,40}$'),
  password_salt   bytea       CHECK (octet_length(password_salt) = 16),
  password_hash   bytea       CHECK (octet_length(password_hash) = 32),
  active          boolean     NOT NULL DEFAULT true,
  added_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK ((password_hash IS NULL) = (password_salt IS NULL)
     AND (password_hash IS NULL) = (password_scheme IS NULL)
     AND (password_hash IS NULL) = (sealed_totp IS NULL))
);
COMMENT ON TABLE access.staff IS
  'Foundation. Those who work here. Names, login names and secrets are sealed. 14 kap. 7 § SoL.';

CREATE TABLE access.viewer (
  id           uuid PRIMARY KEY,
  staff        uuid NOT NULL REFERENCES access.staff (id),
  organisation text NOT NULL CHECK (organisation ~ '^[a-z0-9-]{1,40}$'),
  role         text NOT NULL CHECK (role IN (
    'reception', 'caseworker', 'treatment_worker', 'change_worker', 'nurse', 'police_officer',
    'ngo_worker', 'shelter_staff', 'shelter_manager', 'duty_social_service', 'head',
    'board_member', 'project_leader', 'content_editor', 'administrator', 'log_reviewer')),
  rank         smallint NOT NULL DEFAULT 1,
  UNIQUE (staff, organisation, role)
);
COMMENT ON TABLE access.viewer IS
  'Foundation. A person for one organisation in one role; one person may have several. 14 kap. 7 § SoL.';

CREATE TABLE access.session (
  token_hash bytea       PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  staff      uuid        NOT NULL REFERENCES access.staff (id),
  viewer     uuid        NOT NULL REFERENCES access.viewer (id),
  level      text        NOT NULL CHECK (level IN ('password_totp', 'demonstration')),
  seen_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX ON access.session (staff);
COMMENT ON TABLE access.session IS
  'Foundation. Who sits at a screen: 30 minutes idle, 10 hours in all, then 12 hours without rights so that a posted form finds its writer. Art. 32 GDPR.';

CREATE TABLE access.link (
  hash       bytea       PRIMARY KEY CHECK (octet_length(hash) = 32),
  purpose    text        NOT NULL CHECK (purpose IN ('first_administrator', 'begin')),
  staff      uuid        REFERENCES access.staff (id),
  expires_at timestamptz NOT NULL,
  CHECK ((purpose = 'begin') = (staff IS NOT NULL))
);
COMMENT ON TABLE access.link IS
  'Foundation. One-time codes, an hour each, by which someone sets her own password. Art. 32 GDPR.';

CREATE TABLE access.draft (
  id     uuid        PRIMARY KEY,
  staff  uuid        NOT NULL REFERENCES access.staff (id),
  path   text        NOT NULL CHECK (path ~ '^/staff(/[A-Za-z0-9_-]{1,64}){0,8}$'),
  side   text        NOT NULL CHECK (side IN ('staff', 'support', 'shelter', 'perpetrator', 'conference')),
  sealed bytea       NOT NULL CHECK (octet_length(sealed) <= 2097152),
  at     timestamptz NOT NULL
);
CREATE INDEX ON access.draft (staff, at);
COMMENT ON TABLE access.draft IS
  'Foundation. Forms posted after the session had ended, sealed for the one who wrote them; six days. 14 kap. 7 § SoL.';

CREATE TABLE access.fault (
  number text        PRIMARY KEY CHECK (number ~ '^[A-Za-z0-9-]{1,40}$'),
  kind   text        NOT NULL CHECK (kind ~ '^[a-z0-9_.-]{1,64}$'),
  place  text        NOT NULL CHECK (place ~ '^[A-Za-z0-9_.$-]{1,200}$'),
  at     timestamptz NOT NULL
);
COMMENT ON TABLE access.fault IS
  'Foundation. Numbered faults for the administrator: codes and class names, never a message. Art. 32 GDPR.';

CREATE TABLE access.chore (
  code    text        PRIMARY KEY CHECK (code IN ('paper_copies')),
  done_at timestamptz NOT NULL,
  done_by uuid        NOT NULL REFERENCES access.staff (id)
);
COMMENT ON TABLE access.chore IS
  'Foundation. What the program nags about until someone says that it is done. Art. 32 GDPR.';

-- Sessions ---------------------------------------------------------------------------------

CREATE FUNCTION access.account(p_login_index bytea)
RETURNS TABLE (id uuid, sealed_totp bytea, totp_step bigint, password_scheme text,
               password_salt bytea, password_hash bytea, active boolean, kek text, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.id, s.sealed_totp, s.totp_step, s.password_scheme, s.password_salt, s.password_hash,
         s.active, k.kek, k.wrapped
    FROM access.staff s JOIN access.data_key k ON k.id = s.id
   WHERE s.login_index = p_login_index
$$;
COMMENT ON FUNCTION access.account IS 'What a login is checked against; empty when there is no such account.';

-- One statement decides whether the code's step is new, so that two requests with one code cannot
-- both succeed.
CREATE FUNCTION access.begin_session(p_token_hash bytea, p_staff uuid, p_level text, p_step bigint)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_viewer uuid;
BEGIN
  DELETE FROM access.session s
   WHERE least(s.expires_at, s.seen_at + interval '30 minutes') < clock_timestamp() - interval '12 hours';
  DELETE FROM access.link l WHERE l.expires_at < clock_timestamp();
  DELETE FROM access.draft d WHERE d.at < clock_timestamp() - interval '6 days';
  DELETE FROM access.data_key k
   WHERE NOT EXISTS (SELECT 1 FROM access.staff s WHERE s.id = k.id)
     AND NOT EXISTS (SELECT 1 FROM access.draft d WHERE d.id = k.id);

  IF p_level = 'password_totp' THEN
    UPDATE access.staff s SET totp_step = p_step
     WHERE s.id = p_staff AND s.active AND p_step IS NOT NULL
       AND (s.totp_step IS NULL OR s.totp_step < p_step);
    IF NOT FOUND THEN
      RETURN false;
    END IF;
  END IF;

  SELECT v.id INTO v_viewer
    FROM access.viewer v JOIN access.staff s ON s.id = v.staff
   WHERE v.staff = p_staff AND s.active
   ORDER BY v.rank, v.id LIMIT 1;
  IF v_viewer IS NULL THEN
    RETURN false;
  END IF;
  INSERT INTO access.session (token_hash, staff, viewer, level, seen_at, expires_at)
  VALUES (p_token_hash, p_staff, v_viewer, p_level, clock_timestamp(), clock_timestamp() + interval '10 hours');
  RETURN true;
END
$$;
COMMENT ON FUNCTION access.begin_session IS 'Begins a session, unless the account is locked or the code''s step was used.';

-- The staff row and the viewer row are looked at on every request.
CREATE FUNCTION access.seen(p_token_hash bytea)
RETURNS TABLE (state text, staff uuid, viewer uuid, organisation text, role text, level text,
               sealed_name bytea, kek text, wrapped bytea)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH living AS (
    UPDATE access.session s SET seen_at = clock_timestamp()
      FROM access.staff p, access.viewer v
     WHERE s.token_hash = p_token_hash
       AND clock_timestamp() < s.expires_at
       AND clock_timestamp() < s.seen_at + interval '30 minutes'
       AND p.id = s.staff AND p.active
       AND v.id = s.viewer AND v.staff = s.staff
    RETURNING s.token_hash
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
COMMENT ON FUNCTION access.seen IS 'Whose session this is: living (and now seen), expired (no rights, may keep a form), or nothing.';

CREATE FUNCTION access.end_session(p_token_hash bytea) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM access.session s WHERE s.token_hash = p_token_hash
$$;

CREATE FUNCTION access.viewers(p_token_hash bytea)
RETURNS TABLE (id uuid, organisation text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT v.id, v.organisation, v.role
    FROM access.session s JOIN access.viewer v ON v.staff = s.staff
   WHERE s.token_hash = p_token_hash
   ORDER BY v.rank, v.id
$$;

CREATE FUNCTION access.become(p_token_hash bytea, p_viewer uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE access.session s SET viewer = v.id
    FROM access.viewer v
   WHERE s.token_hash = p_token_hash AND v.id = p_viewer AND v.staff = s.staff
     AND clock_timestamp() < least(s.expires_at, s.seen_at + interval '30 minutes');
  RETURN FOUND;
END
$$;
COMMENT ON FUNCTION access.become IS 'Changes to another of the person''s own roles; never to someone else''s.';

-- Kept forms -------------------------------------------------------------------------------

-- Whose the form is follows from the session row, also an expired one; never from an argument.
CREATE FUNCTION access.keep_draft(p_token_hash bytea, p_id uuid, p_path text, p_side text,
                                  p_kek text, p_wrapped bytea, p_sealed bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_staff uuid;
BEGIN
  SELECT s.staff INTO v_staff
    FROM access.session s JOIN access.staff p ON p.id = s.staff AND p.active
   WHERE s.token_hash = p_token_hash
     AND clock_timestamp() < least(s.expires_at, s.seen_at + interval '30 minutes') + interval '12 hours';
  IF v_staff IS NULL THEN
    RETURN false;
  END IF;
  INSERT INTO access.data_key (id, kek, wrapped, keyset) VALUES (p_id, p_kek, p_wrapped, p_side);
  INSERT INTO access.draft (id, staff, path, side, sealed, at)
  VALUES (p_id, v_staff, p_path, p_side, p_sealed, clock_timestamp());
  RETURN true;
END
$$;

CREATE FUNCTION access.drafts(p_token_hash bytea)
RETURNS TABLE (id uuid, path text, side text, at timestamptz, sealed bytea, kek text, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT d.id, d.path, d.side, d.at, d.sealed, k.kek, k.wrapped
    FROM access.session s
    JOIN access.staff p ON p.id = s.staff AND p.active
    JOIN access.draft d ON d.staff = s.staff
    JOIN access.data_key k ON k.id = d.id
   WHERE s.token_hash = p_token_hash
     AND clock_timestamp() < least(s.expires_at, s.seen_at + interval '30 minutes')
   ORDER BY d.at DESC LIMIT 50
$$;
COMMENT ON FUNCTION access.drafts IS 'The kept forms of the person whose living session this is; nobody else''s.';

CREATE FUNCTION access.drop_draft(p_token_hash bytea, p_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM access.draft d USING access.session s
   WHERE d.id = p_id AND s.token_hash = p_token_hash AND s.staff = d.staff
     AND clock_timestamp() < least(s.expires_at, s.seen_at + interval '30 minutes');
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM access.data_key k WHERE k.id = p_id;
  RETURN true;
END
$$;

-- Staff ------------------------------------------------------------------------------------

CREATE FUNCTION access.add_staff(p_id uuid, p_login_index bytea, p_sealed_login bytea,
                                 p_sealed_name bytea, p_kek text, p_wrapped bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM access.staff s WHERE s.login_index = p_login_index) THEN
    RETURN false;
  END IF;
  INSERT INTO access.data_key (id, kek, wrapped) VALUES (p_id, p_kek, p_wrapped);
  INSERT INTO access.staff (id, login_index, sealed_login, sealed_name)
  VALUES (p_id, p_login_index, p_sealed_login, p_sealed_name);
  RETURN true;
END
$$;
COMMENT ON FUNCTION access.add_staff IS 'Adds someone who cannot log in yet; false when the login name is taken.';

CREATE FUNCTION access.add_viewer(p_id uuid, p_staff uuid, p_organisation text, p_role text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO access.viewer (id, staff, organisation, role, rank)
  SELECT p_id, p_staff, p_organisation, p_role, count(*) + 1
    FROM access.viewer v WHERE v.staff = p_staff
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION access.staff_list()
RETURNS TABLE (id uuid, sealed_login bytea, sealed_name bytea, active boolean, begun boolean,
               added_at timestamptz, viewers text[], kek text, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.id, s.sealed_login, s.sealed_name, s.active, s.password_hash IS NOT NULL, s.added_at,
         ARRAY(SELECT v.organisation || '/' || v.role FROM access.viewer v
                WHERE v.staff = s.id ORDER BY v.rank, v.id),
         k.kek, k.wrapped
    FROM access.staff s JOIN access.data_key k ON k.id = s.id
   ORDER BY s.added_at, s.id
$$;

CREATE FUNCTION access.names(p_ids uuid[])
RETURNS TABLE (id uuid, sealed_name bytea, kek text, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.id, s.sealed_name, k.kek, k.wrapped
    FROM access.staff s JOIN access.data_key k ON k.id = s.id
   WHERE s.id = ANY (p_ids)
$$;

CREATE FUNCTION access.lock_staff(p_staff uuid, p_locked boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE access.staff s SET active = NOT p_locked WHERE s.id = p_staff;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF p_locked THEN
    DELETE FROM access.session s WHERE s.staff = p_staff;
    DELETE FROM access.link l WHERE l.staff = p_staff;
  END IF;
  RETURN true;
END
$$;
COMMENT ON FUNCTION access.lock_staff IS 'Locks or opens an account; locking ends its sessions at once.';

CREATE FUNCTION access.make_link(p_hash bytea, p_purpose text, p_staff uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_purpose = 'first_administrator' THEN
    IF EXISTS (SELECT 1 FROM access.viewer v JOIN access.staff s ON s.id = v.staff
                WHERE v.role = 'administrator' AND s.active AND s.password_hash IS NOT NULL) THEN
      RETURN false;
    END IF;
    DELETE FROM access.link l WHERE l.purpose = 'first_administrator';
  ELSE
    IF NOT EXISTS (SELECT 1 FROM access.staff s WHERE s.id = p_staff AND s.active) THEN
      RETURN false;
    END IF;
    DELETE FROM access.link l WHERE l.staff = p_staff;
  END IF;
  INSERT INTO access.link (hash, purpose, staff, expires_at)
  VALUES (p_hash, p_purpose, p_staff, clock_timestamp() + interval '1 hour');
  RETURN true;
END
$$;
COMMENT ON FUNCTION access.make_link IS 'A one-time code, valid an hour; the newest replaces the older. None for a first administrator when there is one.';

CREATE FUNCTION access.link(p_hash bytea)
RETURNS TABLE (purpose text, staff uuid, sealed_login bytea, sealed_name bytea, kek text, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT l.purpose, l.staff, s.sealed_login, s.sealed_name, k.kek, k.wrapped
    FROM access.link l
    LEFT JOIN access.staff s ON s.id = l.staff
    LEFT JOIN access.data_key k ON k.id = l.staff
   WHERE l.hash = p_hash AND clock_timestamp() < l.expires_at
$$;

-- Takes the link and sets what its owner chose, in one step: a link works once. Sessions that were
-- open before end here.
CREATE FUNCTION access.use_link(p_hash bytea, p_staff uuid, p_sealed_totp bytea, p_step bigint,
                                p_scheme text, p_salt bytea, p_password_hash bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM access.link l
   WHERE l.hash = p_hash AND clock_timestamp() < l.expires_at
     AND (l.staff = p_staff OR l.purpose = 'first_administrator');
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE access.staff s
     SET sealed_totp = p_sealed_totp, totp_step = p_step, password_scheme = p_scheme,
         password_salt = p_salt, password_hash = p_password_hash
   WHERE s.id = p_staff AND s.active;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM access.session s WHERE s.staff = p_staff;
  RETURN true;
END
$$;

-- The administrator's page -----------------------------------------------------------------

CREATE FUNCTION access.report_fault(p_number text, p_kind text, p_place text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO access.fault (number, kind, place, at)
  VALUES (p_number, p_kind, p_place, clock_timestamp()) ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION access.faults()
RETURNS TABLE (number text, kind text, place text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT f.number, f.kind, f.place, f.at FROM access.fault f ORDER BY f.at DESC LIMIT 100
$$;

CREATE FUNCTION access.chore_done(p_code text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM access.chore c WHERE c.code = p_code)
$$;

CREATE FUNCTION access.do_chore(p_code text, p_staff uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO access.chore (code, done_at, done_by) VALUES (p_code, clock_timestamp(), p_staff)
  ON CONFLICT DO NOTHING
$$;

-- Turning the keys (vault) -----------------------------------------------------------------

CREATE FUNCTION access.keys_to_turn(p_keyset text, p_kek text)
RETURNS TABLE (id uuid, kek text, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT k.id, k.kek, k.wrapped FROM access.data_key k
   WHERE k.keyset = p_keyset AND k.kek <> p_kek
$$;

CREATE FUNCTION access.turn_key(p_id uuid, p_old_kek text, p_kek text, p_wrapped bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE access.data_key k SET kek = p_kek, wrapped = p_wrapped
   WHERE k.id = p_id AND k.kek = p_old_kek;
  RETURN FOUND;
END
$$;

-- Who may call what ------------------------------------------------------------------------

GRANT USAGE ON SCHEMA access TO d_access;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA access TO d_access;
REVOKE ALL ON access.flyway_schema_history FROM d_access;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA access FROM PUBLIC;
GRANT USAGE ON SCHEMA access TO f_support, f_shelter, f_perpetrator, f_conference, f_log;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA access
  TO f_support, f_shelter, f_perpetrator, f_conference, f_log;

GRANT CREATE ON SCHEMA access TO d_access;
ALTER FUNCTION access.account(bytea) OWNER TO d_access;
ALTER FUNCTION access.begin_session(bytea, uuid, text, bigint) OWNER TO d_access;
ALTER FUNCTION access.seen(bytea) OWNER TO d_access;
ALTER FUNCTION access.end_session(bytea) OWNER TO d_access;
ALTER FUNCTION access.viewers(bytea) OWNER TO d_access;
ALTER FUNCTION access.become(bytea, uuid) OWNER TO d_access;
ALTER FUNCTION access.keep_draft(bytea, uuid, text, text, text, bytea, bytea) OWNER TO d_access;
ALTER FUNCTION access.drafts(bytea) OWNER TO d_access;
ALTER FUNCTION access.drop_draft(bytea, uuid) OWNER TO d_access;
ALTER FUNCTION access.add_staff(uuid, bytea, bytea, bytea, text, bytea) OWNER TO d_access;
ALTER FUNCTION access.add_viewer(uuid, uuid, text, text) OWNER TO d_access;
ALTER FUNCTION access.staff_list() OWNER TO d_access;
ALTER FUNCTION access.names(uuid[]) OWNER TO d_access;
ALTER FUNCTION access.lock_staff(uuid, boolean) OWNER TO d_access;
ALTER FUNCTION access.make_link(bytea, text, uuid) OWNER TO d_access;
ALTER FUNCTION access.link(bytea) OWNER TO d_access;
ALTER FUNCTION access.use_link(bytea, uuid, bytea, bigint, text, bytea, bytea) OWNER TO d_access;
ALTER FUNCTION access.report_fault(text, text, text) OWNER TO d_access;
ALTER FUNCTION access.faults() OWNER TO d_access;
ALTER FUNCTION access.chore_done(text) OWNER TO d_access;
ALTER FUNCTION access.do_chore(text, uuid) OWNER TO d_access;
ALTER FUNCTION access.keys_to_turn(text, text) OWNER TO d_access;
ALTER FUNCTION access.turn_key(uuid, text, text, bytea) OWNER TO d_access;
REVOKE CREATE ON SCHEMA access FROM d_access;
