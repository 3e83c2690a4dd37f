-- Step 1. A reminder of a booked time, asked for and never given by itself; and the link of a time by video, which stands in her conversation alone.
create table ${schema}.time_reminder (
  meeting    uuid        not null references ${schema}.meeting (id) on delete cascade,
  thread     uuid        not null references ${schema}.thread (id) on delete cascade,
  for_at     timestamptz not null,
  due_at     timestamptz not null,
  until_at   timestamptz not null,
  state      text        not null default 'asked' check (state in
    ('asked', 'to_call', 'reached', 'not_reached', 'not_made', 'stopped', 'refused', 'withdrawn')),
  why        text        check (why in ('never', 'not_asked', 'not_now', 'ask_first', 'no_number')),
  missed     integer     not null default 0 check (missed >= 0),
  asked_at   timestamptz not null,
  asked_by   uuid,
  changed_at timestamptz not null,
  version    integer     not null default 1 check (version > 0),
  primary key (meeting, thread),
  check (until_at > due_at and until_at <= for_at),
  check ((state = 'refused') = (why is not null))
);
comment on table ${schema}.time_reminder is
  'Step 1. That she wants to be reminded of a booked time, when, and what came of it. No words and no number: it is a call by her rule, or nothing. 26 kap. 1 § OSL.';
create index time_reminder_due on ${schema}.time_reminder (due_at) where state in ('asked', 'to_call');
create index time_reminder_of_thread on ${schema}.time_reminder (thread);

alter table ${schema}.meeting
  add column link         bytea check (octet_length(link) between 1 and 4000),
  add column link_version integer not null default 0 check (link_version >= 0);
comment on column ${schema}.meeting.link is 'The link of a time by video, sealed under the key of the conversation: she reads it there and nowhere else.';

grant select, insert, update, delete on ${schema}.time_reminder to ${role};
grant select, insert, update on ${schema}.time_reminder to ${definer};
grant create on schema ${door} to ${definer};

-- As before, and how it stands with the reminder, and the link.
drop function ${door}.booked;
create function ${door}.booked(p_token_hash bytea)
  returns table (id uuid, kind text, way text, house integer, from_at timestamptz, until_at timestamptz, state text,
    reminder text, remind_from timestamptz, remind_until timestamptz, link bytea, link_version integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select m.id, m.kind, m.way, r.house::integer, m.from_at, m.until_at, m.state,
         case when n.state in ('asked', 'to_call') and n.for_at <> m.from_at then 'moved' else n.state end, n.due_at, n.until_at, m.link, m.link_version
    from ${schema}.visit v
    join ${schema}.meeting m on m.thread = v.thread
      or exists (select from ${schema}.seat s where s.meeting = m.id and s.thread = v.thread)
    left join ${schema}.room r on r.id = m.room
    left join ${schema}.time_reminder n on n.meeting = m.id and n.thread = v.thread
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
      and m.until_at > ${door}.moment() and (m.state = 'booked' or m.cancelled_by is not null)
    order by m.state, m.from_at
$$;

-- She wants to be reminded of her time. With it a number, sealed with all that she has said, when she gives one. Answers: ok | gone | changed | past.
create function ${door}.remind(
    p_token_hash bytea, p_meeting uuid, p_for timestamptz, p_due timestamptz, p_until timestamptz, p_version integer, p_sealed bytea)
  returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_before integer;
  v_now timestamptz := ${door}.moment();
begin
  update ${schema}.visit v set expires_at = v_now + ${door}.idle(v.script)
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > v_now
    returning v.thread into v_thread;
  if v_thread is null then return 'gone'; end if;
  perform from ${schema}.thread t where t.id = v_thread for update;
  if not found then return 'gone'; end if;
  perform from ${schema}.meeting m
    where m.id = p_meeting and m.state = 'booked' and m.from_at = p_for and m.from_at > v_now
      and (m.thread = v_thread or exists (select from ${schema}.seat s where s.meeting = m.id and s.thread = v_thread));
  if not found then return 'past'; end if;
  select r.version into v_before from ${schema}.reach r where r.thread = v_thread;
  if coalesce(v_before, 0) + 1 <> p_version then return 'changed'; end if;
  if p_sealed is not null then
    insert into ${schema}.reach (thread, said_at, version, sealed) values (v_thread, v_now, p_version, p_sealed)
      on conflict (thread) do update set said_at = v_now, said_by = null, version = p_version, sealed = p_sealed;
  end if;
  insert into ${schema}.time_reminder (meeting, thread, for_at, due_at, until_at, asked_at, changed_at)
    values (p_meeting, v_thread, p_for, p_due, p_until, v_now, v_now)
    on conflict (meeting, thread) do update
      set for_at = p_for, due_at = p_due, until_at = p_until, state = 'asked', why = null, missed = 0, asked_at = v_now, asked_by = null,
          changed_at = v_now, version = ${schema}.time_reminder.version + 1;
  update ${schema}.thread t set version = t.version + 1 where t.id = v_thread;
  return 'ok';
end $$;

-- She wants no reminder after all: from that moment nobody calls. Answers: ok | gone.
create function ${door}.unremind(p_token_hash bytea) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_now timestamptz := ${door}.moment();
begin
  update ${schema}.visit v set expires_at = v_now + ${door}.idle(v.script)
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > v_now
    returning v.thread into v_thread;
  if v_thread is null then return 'gone'; end if;
  perform from ${schema}.thread t where t.id = v_thread for update;
  update ${schema}.time_reminder n set state = 'withdrawn', changed_at = v_now, version = n.version + 1
    where n.thread = v_thread and n.state in ('asked', 'to_call');
  update ${schema}.thread t set version = t.version + 1 where t.id = v_thread;
  return 'ok';
end $$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('booked', 'remind', 'unremind') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
