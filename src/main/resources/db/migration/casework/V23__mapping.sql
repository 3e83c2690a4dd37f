-- What an investigation maps, one row each: a kind of violence, the honour context, the digital traces. Which of them it is stands
-- in the sealed part, so that the table tells nothing about her. A row is never changed: a newer one takes its place and both stay.
create table casework.mapping (
  id        uuid primary key,
  file      uuid        not null references casework.file (id) on delete cascade,
  replaces  uuid        unique references casework.mapping (id) on delete cascade,
  made_by   uuid        not null,
  made_at   timestamptz not null,
  sealed    bytea       not null check (octet_length(sealed) between 1 and 200000)
);
comment on table casework.mapping is
  'Step 3. What she has been exposed to, in her words, with source, ground and protection (våldskartläggning); the honour context; digital traces. Never changed. 14 kap. 3 and 6 §§ SoL, HSLF-FS 2022:39.';
create index mapping_of_file on casework.mapping (file, made_at);

grant select, insert, delete on casework.mapping to m_casework;
