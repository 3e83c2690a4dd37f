-- That a matter is delayed was told, why, and when it is expected to be decided.
create table casework.delay_notice (
  id            uuid primary key,
  file          uuid        not null references casework.file (id) on delete cascade,
  investigation uuid        not null references casework.investigation (id) on delete cascade,
  told_on       date        not null,
  expected_on   date        not null check (expected_on > told_on),
  made_at       timestamptz not null,
  made_by       uuid        not null,
  sealed        bytea       not null check (octet_length(sealed) between 1 and 60000)
);
comment on table casework.delay_notice is
  'Step 3. That she was told that her matter is delayed, and why; the goal moves, the limit does not. 11 § FL.';
create index delay_notice_of_file on casework.delay_notice (file, told_on);

-- Her request in writing that the matter is decided: once, after six months, answered within four weeks.
create table casework.decision_request (
  id            uuid primary key,
  file          uuid        not null references casework.file (id) on delete cascade,
  investigation uuid        not null unique references casework.investigation (id) on delete cascade,
  received_on   date        not null,
  answer        text        check (answer in ('decided', 'refused')),
  answered_on   date        check (answered_on >= received_on),
  made_at       timestamptz not null,
  made_by       uuid        not null,
  answered_by   uuid,
  version       integer     not null default 1 check (version > 0),
  sealed        bytea       not null check (octet_length(sealed) between 1 and 60000),
  check ((answer is null) = (answered_on is null))
);
comment on table casework.decision_request is
  'Step 3. Her request that her matter is decided (dröjsmålstalan), and the answer within four weeks. 12 § FL.';
create index decision_request_of_file on casework.decision_request (file);

grant select, insert, update, delete on casework.delay_notice, casework.decision_request to m_casework;
