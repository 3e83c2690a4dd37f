-- The people around her: who is dangerous, who is safe, who must never be contacted.
create table casework.link (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  made_at  timestamptz not null,
  made_by  uuid        not null,
  ended_at timestamptz check (ended_at >= made_at),
  version  integer     not null default 1 check (version > 0),
  sealed   bytea       not null check (octet_length(sealed) between 1 and 60000)
);
comment on table casework.link is
  'Step 3. Somebody around the person (relationskarta): what he or she is to her, danger and safety, that contact must never be made, the source and its day; all of it sealed. HSLF-FS 2022:39.';
create index link_of_file on casework.link (file, made_at);

grant select, insert, update, delete on casework.link to m_casework;
