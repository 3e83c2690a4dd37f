-- A matter that is to be moved to another municipality, or to us.
create table casework.transfer (
  id           uuid primary key,
  file         uuid        not null references casework.file (id) on delete cascade,
  direction    text        not null check (direction in ('away', 'here')),
  municipality text        not null check (municipality ~ '^[0-9]{4}$'),
  asked_on     date        not null,
  answered_on  date        check (answered_on >= asked_on),
  answer       text        check (answer in ('yes', 'no')),
  applied_on   date        check (applied_on >= asked_on),
  tried_on     date        check (tried_on >= applied_on),
  tried        text        check (tried in ('moved', 'stays')),
  made_at      timestamptz not null,
  made_by      uuid        not null,
  version      integer     not null default 1 check (version > 0),
  sealed       bytea       not null check (octet_length(sealed) between 1 and 60000),
  check ((answered_on is null) = (answer is null)),
  check ((tried_on is null) = (tried is null)),
  check (tried_on is null or applied_on is not null)
);
comment on table casework.transfer is
  'Step 3. A request that a matter is moved to another municipality (överflyttning av ärende), the answer, and what IVO decided. 29 kap. 10 and 11 §§ SoL.';
create index transfer_of_file on casework.transfer (file, asked_on);
create unique index transfer_one_open on casework.transfer (file, direction) where answer is null and tried is null;

grant select, insert, update, delete on casework.transfer to m_casework;
