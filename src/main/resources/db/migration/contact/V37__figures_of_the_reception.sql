-- Step 1, the reception's figures: what times leave behind. Numbers of a month, never a row about anybody; they outlive the times, the
-- conversations and the people.
alter table ${schema}.meeting add counted boolean not null default false;
create index meeting_uncounted on ${schema}.meeting (from_at) where not counted;

create table ${schema}.time_count (
  month  date    not null check (extract(day from month) = 1),
  what   text    not null
    check (what ~ '^(acute_released|acute_used|began|did_not_come|first|wait_(same_day|to_2|to_5|to_10|longer)|interpreter|interpreter_[a-z]{2,5})$'),
  number integer not null check (number > 0),
  primary key (month, what)
);
comment on table ${schema}.time_count is
  'Step 1. By month: acute times released and used, times that began and to which nobody came, first times and how long they were waited for, languages of interpreters. Told with small numbers hidden. 15 kap. 2 § SoL, 24 kap. 8 § OSL.';

-- One row: from which day times are counted, and up to which all are.
create table ${schema}.time_counted (
  id      integer primary key check (id = 1),
  since   date    not null,
  through date    not null,
  check (through >= since - 1)
);
comment on table ${schema}.time_counted is
  'Step 1. From which day times are counted, and the last day of which all are: a month is told when its last day is among them, and does not change after that.';

grant select, insert, update, delete on ${schema}.time_count, ${schema}.time_counted to ${role};
