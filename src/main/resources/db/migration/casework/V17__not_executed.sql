-- A support that was interrupted, and perhaps went on again (verkställigheten avbröts).
create table casework.interruption (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  support  uuid        not null references casework.support (id) on delete cascade,
  from_on  date        not null,
  until_on date        check (until_on >= from_on),
  made_at  timestamptz not null,
  made_by  uuid        not null
);
comment on table casework.interruption is
  'Step 3. That a support which had begun was interrupted, and when it went on. 34 kap. 1 § andra stycket SoL.';
create index interruption_of_file on casework.interruption (file);
create unique index interruption_one_open on casework.interruption (support) where until_on is null;

-- Why something that is granted is not carried out: a code that the report tells, never words.
create table casework.delay (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  decision uuid        not null references casework.decision (id) on delete cascade,
  type     text        not null check (type ~ '^[a-z_]{2,40}$'),
  reason   text        not null check (reason ~ '^[a-z_]{2,40}$'),
  said_at  timestamptz not null,
  said_by  uuid        not null
);
comment on table casework.delay is
  'Step 3. Why a favourable decision is not carried out, as it is reported: the latest one counts. 34 kap. 1 § SoL.';
create index delay_of_decision on casework.delay (decision, type, said_at desc);
create index delay_of_file on casework.delay (file);

-- What was carried out too late, or will not be: told to the supervisor, once.
create table casework.late_notice (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  decision uuid        not null references casework.decision (id) on delete cascade,
  type     text        not null check (type ~ '^[a-z_]{2,40}$'),
  since    date        not null,
  what     text        not null check (what in ('carried_out', 'again', 'never')),
  on_day   date        not null check (on_day >= since),
  made_at  timestamptz not null,
  told_on  date,
  told_by  uuid,
  unique (decision, type, since),
  check ((told_on is null) = (told_by is null))
);
comment on table casework.late_notice is
  'Step 3. A decision that was not carried out within three months has been: the supervisor and the auditors are told, with the day. 34 kap. 2 § SoL.';
create index late_notice_untold on casework.late_notice (on_day) where told_on is null;
create index late_notice_of_file on casework.late_notice (file);

grant select, insert, update, delete on casework.interruption, casework.delay, casework.late_notice to m_casework;
