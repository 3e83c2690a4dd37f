-- Step 6, statistics. Through the login f_support; written by the role m_statistics. Counters and releases: no id of anything but a fact, no person.
grant usage on schema statistics to m_statistics;

create table statistics.counter (
  month        date    not null check (extract(day from month) = 1),
  municipality text    not null check (municipality ~ '^([0-9]{4}|other|)$'),
  measure      text    not null check (measure ~ '^[a-z_]{1,40}$'),
  dimension    text    not null check (dimension ~ '^[a-z_]{0,40}$'),
  value        text    not null check (value ~ '^[a-z0-9_]{0,40}$'),
  n            integer not null check (n > 0),
  late         integer not null default 0 check (late between 0 and n),
  primary key (month, municipality, measure, dimension, value)
);
comment on table statistics.counter is
  'Step 6. How many, by the month in which it counts. A whole has its municipality and no dimension; a part has its value and no municipality. 15 kap. 2 § SoL, 24 kap. 8 § OSL. Read by nothing but the making of a release.';

create table statistics.seen (
  fact    uuid primary key,
  seen_on date not null
);
comment on table statistics.seen is
  'Step 6. The facts that have been counted, so that each is counted once; swept after thirty days. The id is the fact''s own and stands nowhere else.';

-- One row: whoever counts holds it together with others, whoever makes a release holds it alone.
create table statistics.gate (
  id integer primary key check (id = 1)
);
comment on table statistics.gate is 'Step 6. Held while something is counted or closed, so that no fact falls between two periods.';
insert into statistics.gate (id) values (1);

create table statistics.release (
  year       integer     not null check (year between 2000 and 2099),
  quarter    integer     not null check (quarter between 0 and 4),
  frozen_at  timestamptz not null,
  made_by    uuid,
  made_at    timestamptz,
  hidden     integer     check (hidden >= 0),
  programmes integer     check (programmes >= 0),
  primary key (year, quarter),
  check ((made_at is null) = (hidden is null) and (made_at is null) = (programmes is null))
);
comment on table statistics.release is
  'Step 6. A quarter, or a year (quarter 0), frozen; made when every hidden number has been proved to stay hidden. Never changed after that. 24 kap. 8 § OSL.';

create table statistics.cell (
  year         integer not null,
  quarter      integer not null,
  municipality text    not null,
  measure      text    not null,
  dimension    text    not null,
  value        text    not null,
  n            integer not null check (n >= 0),
  late         boolean not null,
  label        text    check (label in ('shown', 'few', 'hidden', 'withheld')),
  primary key (year, quarter, municipality, measure, dimension, value),
  foreign key (year, quarter) references statistics.release (year, quarter)
);
comment on table statistics.cell is
  'Step 6. The numbers of a release and what is told of each. A label stands as it was given: later releases are weighed against it. 24 kap. 8 § OSL.';

-- A release is never taken back, a number in it never changed.
grant select, insert, update, delete on statistics.counter to m_statistics;
grant select, insert, delete on statistics.seen to m_statistics;
grant select, update on statistics.gate to m_statistics;
grant select, insert on statistics.release, statistics.cell to m_statistics;
grant update (made_by, made_at, hidden, programmes) on statistics.release to m_statistics;
grant update (label) on statistics.cell to m_statistics;
