-- Why somebody can see a file: who gave it, who has opened it, who is kin, who came in an emergency.
alter table casework.assignment add column given_by uuid;
comment on column casework.assignment.given_by is
  'Who gave it: herself by opening the file, the investigator, or the head. 14 kap. 7 § SoL.';

create table casework.opened (
  file     uuid        not null references casework.file (id) on delete cascade,
  staff    uuid        not null,
  first_at timestamptz not null,
  last_at  timestamptz not null check (last_at >= first_at),
  primary key (file, staff)
);
comment on table casework.opened is
  'Step 3. Who of us has opened a file, the first time and the last: few handlers, and how many stands on the file. 14 kap. 7 § SoL, A-COO.';

create table casework.mark (
  id    uuid primary key,
  staff uuid        not null,
  kind  text        not null check (kind in ('number', 'street')),
  mark  bytea       not null check (octet_length(mark) = 16),
  at    timestamptz not null
);
comment on table casework.mark is
  'Step 3. Kin and neighbours of those who work here, as keyed marks that nobody can read back (jäv, 16 § FL).';
create unique index mark_once on casework.mark (staff, kind, mark);
create index mark_by_mark on casework.mark (kind, mark);

alter table casework.person add column street_index bytea check (octet_length(street_index) = 16);
create index person_by_street on casework.person (street_index) where street_index is not null;

alter table casework.conflict add column by_mark boolean not null default false;
comment on column casework.conflict.by_mark is
  'Whether her own mark says so: kin or neighbour. Only the head is told.';

create table casework.mark_met (
  id      uuid primary key,
  staff   uuid        not null,
  intake  uuid,
  at      timestamptz not null,
  seen_at timestamptz,
  seen_by uuid,
  check ((seen_at is null) = (seen_by is null))
);
comment on table casework.mark_met is
  'Step 3. Somebody wanted to open a file of her kin or neighbour and was refused; only the head is told. 16 § FL.';
create index mark_met_unseen on casework.mark_met (at) where seen_at is null;

create table casework.emergency (
  id          uuid primary key,
  file        uuid        references casework.file (id) on delete cascade,
  staff       uuid        not null,
  role        text        not null check (role in ('caseworker', 'duty_social_service')),
  at          timestamptz not null,
  until_at    timestamptz not null check (until_at > at),
  reviewed_at timestamptz,
  reviewed_by uuid,
  verdict     text        check (verdict in ('needed', 'not_needed')),
  due_at      timestamptz,
  version     integer     not null default 1 check (version > 0),
  sealed      bytea       check (octet_length(sealed) between 1 and 60000),
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (verdict is null)),
  check ((file is null) = (sealed is null))
);
comment on table casework.emergency is
  'Step 3. An emergency hour in a file that is not hers: sixty minutes, to read, with a written reason, told to the head at once and reviewed. Without a file: asked for in vain. 14 kap. 7 § SoL, 10 § (2001:454).';
create index emergency_of_file on casework.emergency (file, staff, until_at) where file is not null;
create index emergency_of_staff on casework.emergency (staff, at);
create index emergency_unreviewed on casework.emergency (due_at) where due_at is not null;

create table casework.handover (
  id          uuid primary key,
  file        uuid        not null references casework.file (id) on delete cascade,
  from_staff  uuid        not null,
  to_staff    uuid        not null,
  at          timestamptz not null,
  by          uuid        not null,
  received_at timestamptz check (received_at >= at),
  sealed      bytea       not null check (octet_length(sealed) between 1 and 60000)
);
comment on table casework.handover is
  'Step 3. A file handed over: what was gone through, what is left and what must be known first, sealed; and that whoever has it now has read it. A-COO.';
create index handover_of_file on casework.handover (file, at);

grant select, insert, update, delete on casework.opened, casework.mark, casework.mark_met,
  casework.emergency, casework.handover to m_casework;
