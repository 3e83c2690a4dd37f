-- The log (åtkomstlogg): lines, seals over them, segments between restores.
-- The schema itself is made with its migration history; run as f_owner.

CREATE TABLE audit.segment (
  number    integer     PRIMARY KEY CHECK (number > 0),
  begun_at  timestamptz NOT NULL,
  horizon   xid8        NOT NULL,
  last_root bytea       NOT NULL CHECK (octet_length(last_root) = 32),
  signature bytea       CHECK (octet_length(signature) = 64),
  CHECK (number = 1 OR signature IS NOT NULL)
);
COMMENT ON TABLE audit.segment IS
  'Foundation, the log: one segment per database cluster. Transaction numbers are compared only inside a segment; a restore begins a new one that signs the last root. Art. 5(2) GDPR.';

-- The first segment has nothing before it to sign.
INSERT INTO audit.segment (number, begun_at, horizon, last_root)
VALUES (1, clock_timestamp(), pg_snapshot_xmin(pg_current_snapshot()), decode(repeat('00', 32), 'hex'));

CREATE TABLE audit.line (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  segment      integer     NOT NULL REFERENCES audit.segment,
  xid          xid8        NOT NULL,
  at           timestamptz NOT NULL,
  claimed_at   timestamptz NOT NULL,
  login        text        NOT NULL CHECK (login        ~ '^[a-z0-9_.:-]{1,64}$'),
  staff        uuid,
  organisation text        CHECK (organisation ~ '^[a-z0-9_.:-]{1,64}$'),
  role         text        CHECK (role         ~ '^[a-z0-9_.:-]{1,64}$'),
  act          text        NOT NULL CHECK (act          ~ '^[a-z0-9_.:-]{1,64}$'),
  kind         text        NOT NULL CHECK (kind         ~ '^[a-z0-9_.:-]{1,64}$'),
  subject      uuid,
  purpose      text        NOT NULL CHECK (purpose      ~ '^[a-z0-9_.:-]{1,64}$'),
  outcome      text        NOT NULL CHECK (outcome IN ('done', 'read', 'not_there', 'refused')),
  ids          uuid[]      NOT NULL CHECK (array_position(ids, NULL) IS NULL AND cardinality(ids) <= 1000),
  version      integer     CHECK (version >= 0),
  hash         bytea       CHECK (octet_length(hash) = 32),
  mark         bytea       NOT NULL UNIQUE CHECK (octet_length(mark) = 80)
);
COMMENT ON TABLE audit.line IS
  'Foundation, the log: who did what with which record and why, in ids and codes; no column takes free text. Written by audit.append alone. Kept ten years. Art. 5(2) and 32 GDPR.';
COMMENT ON COLUMN audit.line.at IS 'The clock of the database; claimed_at is the clock of the program, which the demonstration moves.';
COMMENT ON COLUMN audit.line.mark IS 'Random number (16 bytes) and Ed25519 signature (64) of the node that wrote the line: a line that no node wrote is found, also before it is sealed.';

CREATE INDEX line_to_seal ON audit.line (segment, xid);
CREATE INDEX line_by_staff ON audit.line (staff, id);
CREATE INDEX line_by_subject ON audit.line (subject, id);

CREATE TABLE audit.seal (
  number    bigint      PRIMARY KEY CHECK (number > 0),
  segment   integer     NOT NULL REFERENCES audit.segment,
  horizon   xid8        NOT NULL,
  ids       bigint[]    NOT NULL,
  leaves    bytea[]     NOT NULL,
  previous  bytea       NOT NULL CHECK (octet_length(previous) = 32),
  root      bytea       NOT NULL CHECK (octet_length(root) = 32),
  signature bytea       NOT NULL CHECK (octet_length(signature) = 64),
  at        timestamptz NOT NULL,
  CHECK (cardinality(ids) = cardinality(leaves))
);
COMMENT ON TABLE audit.seal IS
  'Foundation, the log: one signed batch of lines, chained to the one before. The leaves stay when the content of a line is destroyed after ten years. Art. 5(2) and 32 GDPR.';

CREATE FUNCTION audit.append(
  p_claimed_at timestamptz, p_staff uuid, p_organisation text, p_role text, p_act text, p_kind text,
  p_subject uuid, p_purpose text, p_outcome text, p_ids uuid[], p_version integer, p_hash bytea, p_mark bytea)
RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO audit.line (segment, xid, at, claimed_at, login, staff, organisation, role, act, kind,
                          subject, purpose, outcome, ids, version, hash, mark)
  VALUES ((SELECT max(s.number) FROM audit.segment s), pg_current_xact_id(), clock_timestamp(), p_claimed_at,
          session_user, p_staff, p_organisation, p_role, p_act, p_kind,
          p_subject, p_purpose, p_outcome, p_ids, p_version, p_hash, p_mark)
  RETURNING id
$$;
COMMENT ON FUNCTION audit.append IS 'The only way into the log. Sets the time, the transaction and the login itself.';

-- The function belongs to a role that may do nothing but this.
REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.append FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA audit TO d_audit;
GRANT INSERT, SELECT (id) ON audit.line TO d_audit;
GRANT SELECT (number) ON audit.segment TO d_audit;
GRANT EXECUTE ON FUNCTION audit.append TO f_support, f_shelter, f_perpetrator, f_conference, f_log;
ALTER FUNCTION audit.append OWNER TO d_audit;
REVOKE CREATE ON SCHEMA audit FROM d_audit;

GRANT USAGE ON SCHEMA audit TO f_support, f_shelter, f_perpetrator, f_conference, f_log;
GRANT SELECT ON audit.line, audit.seal, audit.segment TO f_log;
GRANT INSERT ON audit.seal, audit.segment TO f_log;
