-- The individual plan. A revision is a row of its own beside the one it takes the place of, which is never written over: goals,
-- her view and what she got stand in the sealed part. Of what is to be done only what a timer reads stands plain.
create table casework.plan (
  id        uuid primary key,
  file      uuid        not null references casework.file (id) on delete cascade,
  number    integer     not null check (number > 0),
  made_by   uuid        not null,
  made_at   timestamptz not null,
  review_on date        not null,
  state     text        not null default 'stands' check (state in ('stands', 'replaced', 'closed')),
  ended_at  timestamptz check (ended_at >= made_at),
  ended_by  uuid,
  version   integer     not null default 1 check (version > 0),
  sealed    bytea       not null check (octet_length(sealed) between 1 and 200000),
  unique (file, number),
  check ((state = 'stands') = (ended_at is null) and (ended_at is null) = (ended_by is null))
);
comment on table casework.plan is
  'Step 3. The individual action plan (individuell handlingsplan), each revision beside the one before: goals in her own words, her view, what she got, and when it is gone through. 14 kap. 3 § SoL, HSLF-FS 2022:39.';
create unique index plan_that_stands on casework.plan (file) where state = 'stands';

create table casework.plan_action (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  plan     uuid        not null references casework.plan (id) on delete cascade,
  goal     integer     not null check (goal between 0 and 50),
  place    integer     not null check (place between 0 and 50),
  staff    uuid,
  due_on   date        not null,
  standing text        not null check (standing in ('not_begun', 'going', 'done', 'hindered', 'dropped')),
  said_by  uuid        not null,
  said_at  timestamptz not null,
  version  integer     not null default 1 check (version > 0),
  sealed   bytea       not null check (octet_length(sealed) between 1 and 200000),
  unique (plan, goal, place)
);
comment on table casework.plan_action is
  'Step 3. What is to be done by a plan: who, what, by when, and where it stands; each thing said of it is kept. 14 kap. 3 § SoL.';
create index plan_action_of_file on casework.plan_action (file);

grant select, insert, update, delete on casework.plan, casework.plan_action to m_casework;
