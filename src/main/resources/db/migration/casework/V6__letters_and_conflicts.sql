-- A letter to somebody with a name, written here, printed and posted by one of us: each time her address was shown, and what came of it.
create table casework.letter (
  id      uuid primary key,
  file    uuid        not null references casework.file (id) on delete cascade,
  at      timestamptz not null,
  staff   uuid        not null,
  outcome text        check (outcome in ('posted', 'not_posted', 'came_back')),
  sealed  bytea       not null check (octet_length(sealed) between 1 and 60000)
);
comment on table casework.letter is
  'Step 3. A letter to somebody with a name: its words sealed, when her address was shown, to whom, and what came of it. 26 kap. 1 § OSL, 14 kap. 7 § SoL.';
create index letter_of_file on casework.letter (file, at);

-- Who of us knows her or her family, and therefore finds nothing of her (jäv, 16 § FL).
create table casework.conflict (
  file        uuid        not null references casework.file (id) on delete cascade,
  staff       uuid        not null,
  at          timestamptz not null,
  declared_by uuid        not null,
  primary key (file, staff)
);
comment on table casework.conflict is
  'Step 3. A member of staff who knows the person or her family: the file is not there for her. 16 § FL.';
create index conflict_of_staff on casework.conflict (staff);

create table casework.conflict_lifted (
  id          uuid primary key,
  file        uuid        not null references casework.file (id) on delete cascade,
  staff       uuid        not null,
  declared_at timestamptz not null,
  lifted_at   timestamptz not null,
  lifted_by   uuid        not null,
  sealed      bytea       not null check (octet_length(sealed) between 1 and 40000)
);
comment on table casework.conflict_lifted is
  'Step 3. A conflict of interest that the head has lifted, with her reason sealed under the file''s key. 16 § FL.';
create index conflict_lifted_of_file on casework.conflict_lifted (file, lifted_at);

grant select, insert, update, delete on casework.letter, casework.conflict, casework.conflict_lifted to m_casework;
