-- When the recurring jobs run next. Names of jobs and times; no ids, so that the list tells nothing.
create table timer.scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null check (task_instance = 'recurring'),
  task_data            bytea       check (task_data is null),
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
comment on table timer.scheduled_tasks is
  'Foundation. When sealing, turning keys, retrying events and ending visits run next. It can hold no id and no data.';
create index scheduled_tasks_execution_time on timer.scheduled_tasks (execution_time);
grant usage on schema timer to f_log;
grant select, insert, update, delete on timer.scheduled_tasks to f_log;
