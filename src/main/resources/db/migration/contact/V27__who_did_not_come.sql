-- Step 1, the desk: somebody who had a time did not come. Never silence: a safe way to find out is a task, and it is ended with an answer.
create table ${schema}.no_show (
  meeting  uuid        primary key references ${schema}.meeting (id) on delete cascade,
  thread   uuid        not null references ${schema}.thread (id) on delete cascade,
  found_at timestamptz not null,
  due_at   timestamptz not null,
  outcome  text        check (outcome in ('heard', 'was_here', 'wrote', 'waits', 'passed_on')),
  ended_at timestamptz,
  ended_by uuid,
  version  integer     not null default 1 check (version > 0),
  check ((outcome is null) = (ended_at is null))
);
comment on table ${schema}.no_show is
  'Step 1. Somebody with a booked time did not come (uteblev): a task until somebody has found out in a way that is safe for her, or has said that we wait. 11 kap. 5 § SoL.';
create index no_show_open on ${schema}.no_show (due_at) where outcome is null;
create index no_show_of_thread on ${schema}.no_show (thread);

alter table ${schema}.reminder drop constraint reminder_step_check;
alter table ${schema}.reminder add constraint reminder_step_check
  check (step in ('live_1', 'live_2', 'live_3', 'message_1', 'message_2', 'callback', 'no_show'));

grant select, insert, update, delete on ${schema}.no_show to ${role};
