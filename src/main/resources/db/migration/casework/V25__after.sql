-- What comes after the plan: the follow-up of its goals, being contacted again when the file is closed, being accompanied, and
-- what makes the risk be assessed anew. What each is about stands in the sealed part.
alter table casework.follow_up add column plan uuid references casework.plan (id) on delete cascade;

create table casework.contact_again (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  months   integer     not null check (months in (3, 6, 12)),
  due_on   date        not null,
  by_what  text        not null check (by_what in ('call', 'letter')),
  state    text        not null default 'waits' check (state in ('waits', 'reached', 'in_vain', 'withdrawn', 'stopped')),
  tries    integer     not null default 0 check (tries between 0 and 50),
  ended_at timestamptz,
  ended_by uuid,
  need_met text        check (need_met in ('yes', 'partly', 'no', 'unknown')),
  version  integer     not null default 1 check (version > 0),
  sealed   bytea       not null check (octet_length(sealed) between 1 and 100000),
  unique (file, months),
  check ((state = 'waits') = (ended_at is null)),
  check ((state = 'reached') = (need_met is not null))
);
comment on table casework.contact_again is
  'Step 3. That she is contacted again three, six or twelve months after the file is closed, as she has said that she may be. 5 kap. 2 § SoL, HSLF-FS 2022:39.';

create table casework.accompaniment (
  id        uuid primary key,
  file      uuid        not null references casework.file (id) on delete cascade,
  from_at   timestamptz not null,
  until_at  timestamptz not null check (until_at > from_at),
  staff     uuid        not null,
  second    uuid        check (second <> staff),
  state     text        not null default 'booked' check (state in ('booked', 'done', 'not_done', 'called_off')),
  booked_by uuid        not null,
  booked_at timestamptz not null,
  ended_by  uuid,
  ended_at  timestamptz,
  version   integer     not null default 1 check (version > 0),
  sealed    bytea       not null check (octet_length(sealed) between 1 and 100000),
  check ((state = 'booked') = (ended_at is null) and (ended_at is null) = (ended_by is null))
);
comment on table casework.accompaniment is
  'Step 3. Somebody comes along (ledsagning): to court, police, health care, or to fetch what is hers. Where, the risk and the safe time are sealed. 13 kap. 1 § SoL.';
create index accompaniment_of_file on casework.accompaniment (file, from_at);
create index accompaniment_of_staff on casework.accompaniment (staff, from_at) where state = 'booked';
create index accompaniment_of_second on casework.accompaniment (second, from_at) where state = 'booked';

create table casework.danger_change (
  id          uuid primary key,
  file        uuid        not null references casework.file (id) on delete cascade,
  noted_by    uuid        not null,
  noted_at    timestamptz not null,
  state       text        not null default 'asks' check (state in ('asks', 'assessed', 'dismissed')),
  answered_by uuid,
  answered_at timestamptz,
  version     integer     not null default 1 check (version > 0),
  sealed      bytea       not null check (octet_length(sealed) between 1 and 60000),
  check ((state = 'asks') = (answered_at is null) and (answered_at is null) = (answered_by is null))
);
comment on table casework.danger_change is
  'Step 3. Something that may have changed the danger, after which the risk is assessed anew or it is said why not. HSLF-FS 2022:39.';
create index danger_change_of_file on casework.danger_change (file, noted_at);

grant select, insert, update, delete on casework.contact_again, casework.accompaniment, casework.danger_change to m_casework;
