-- Step 1, the reception: who receives when, the rooms, and the times that are booked without a name. Each side of the wall has a calendar
-- of its own: a room and a worker's hours belong to one side, so that no constraint, count or error of one tells of the other. Those who
-- ask in their work are not booked here: their calendar would be a second one over the same workers.
create table ${schema}.worker (
  id          uuid    primary key,
  staff       uuid    not null unique,
  languages   text[]  not null default '{sv}' check (cardinality(languages) between 1 and 12),
  competences text[]  not null default '{}' check (competences <@ array['support', 'children', 'young', 'honour', 'housing', 'change', 'groups']),
  version     integer not null default 1 check (version > 0)
);
comment on table ${schema}.worker is
  'Step 1. Somebody of ours who receives (mottagning), by an id of the reception''s own: the public face never meets the id of the staff register. 11 kap. 5 § SoL.';

create table ${schema}.room (
  id      uuid     primary key,
  name    text     not null unique check (length(name) between 1 and 40),
  house   smallint not null check (house between 1 and 9),
  seats   smallint not null check (seats between 1 and 60),
  in_use  boolean  not null default true,
  version integer  not null default 1 check (version > 0)
);
comment on table ${schema}.room is 'Step 1. A room in which people are received; it belongs to one side.';

create table ${schema}.hours (
  id          uuid     primary key,
  worker      uuid     not null references ${schema}.worker (id) on delete cascade,
  kind        text     not null check (kind in ('ordinary', 'acute')),
  weekday     smallint not null check (weekday between 1 and 7),
  starts      time     not null check (extract(epoch from starts)::integer % 900 = 0),
  ends        time     not null check (extract(epoch from ends)::integer % 900 = 0),
  minutes     smallint not null check (minutes in (30, 45, 60, 90)),
  ways        text[]   not null check (cardinality(ways) > 0 and ways <@ array['on_site', 'phone', 'video']),
  room        uuid     references ${schema}.room (id),
  valid_from  date     not null,
  valid_until date,
  check (starts < ends),
  check (valid_until is null or valid_until >= valid_from),
  check (room is null or kind = 'acute')
);
comment on table ${schema}.hours is
  'Step 1. When somebody receives, by weekday. Acute times (akuttider, "Akuta tider erbjuds varje dag") are held back with their room until the day itself.';
create index hours_of_worker on ${schema}.hours (worker);

create table ${schema}.absence (
  id       uuid        primary key,
  worker   uuid        references ${schema}.worker (id) on delete cascade,
  room     uuid        references ${schema}.room (id) on delete cascade,
  from_at  timestamptz not null,
  until_at timestamptz not null,
  made_by  uuid        not null,
  made_at  timestamptz not null,
  check (until_at > from_at),
  check (num_nonnulls(worker, room) <= 1)
);
comment on table ${schema}.absence is
  'Step 1. When somebody is away, a room is out of order, or, where neither is named, the whole reception is closed. Why is nobody''s business here and has no column.';
create index absence_from on ${schema}.absence (from_at);

create table ${schema}.meeting (
  id           uuid        primary key,
  kind         text        not null check (kind in ('ordinary', 'acute', 'group')),
  way          text        not null check (way in ('on_site', 'phone', 'video')),
  worker       uuid        not null references ${schema}.worker (id),
  room         uuid        references ${schema}.room (id),
  from_at      timestamptz not null check (extract(epoch from from_at)::bigint % 900 = 0),
  until_at     timestamptz not null check (extract(epoch from until_at)::bigint % 900 = 0),
  thread       uuid        references ${schema}.thread (id) on delete cascade,
  seats        smallint    check (seats between 1 and 60),
  state        text        not null default 'booked' check (state in ('booked', 'cancelled')),
  booked_at    timestamptz not null,
  booked_by    uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  version      integer     not null default 1 check (version > 0),
  check (until_at > from_at and until_at <= from_at + interval '4 hours'),
  check ((way = 'on_site') = (room is not null)),
  check ((kind = 'group') = (thread is null)),
  check ((kind = 'group') = (seats is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null))
);
comment on table ${schema}.meeting is
  'Step 1. A booked time (bokad tid) of a conversation, or a group: when, where, with whom of ours. No name and no words. 11 kap. 5 § SoL.';
create index meeting_from on ${schema}.meeting (from_at);
create index meeting_of_thread on ${schema}.meeting (thread) where thread is not null;

-- A quarter of an hour of a worker or a room is taken once: whoever comes second finds it taken, whatever the program believed.
create table ${schema}.taken (
  what    uuid        not null,
  quarter timestamptz not null check (extract(epoch from quarter)::bigint % 900 = 0),
  meeting uuid        not null references ${schema}.meeting (id) on delete cascade,
  primary key (what, quarter)
);
comment on table ${schema}.taken is
  'Step 1. Each quarter of an hour of a worker and of a room that a booked time takes: the primary key is what never gives the last time twice.';
create index taken_by_meeting on ${schema}.taken (meeting);

create table ${schema}.seat (
  meeting   uuid        not null references ${schema}.meeting (id) on delete cascade,
  thread    uuid        not null references ${schema}.thread (id) on delete cascade,
  booked_at timestamptz not null,
  booked_by uuid,
  primary key (meeting, thread)
);
comment on table ${schema}.seat is 'Step 1. A place in a group for somebody in a conversation; counted under the lock of the group''s row.';
create index seat_of_thread on ${schema}.seat (thread);

grant select, insert, update, delete on
  ${schema}.worker, ${schema}.room, ${schema}.hours, ${schema}.absence, ${schema}.meeting, ${schema}.taken, ${schema}.seat to ${role};
grant select on ${schema}.hours, ${schema}.absence, ${schema}.seat, ${schema}.conflict to ${definer};
grant select, update on ${schema}.worker, ${schema}.room to ${definer};
grant select, insert, update, delete on ${schema}.meeting, ${schema}.taken to ${definer};
grant create on schema ${door} to ${definer};

-- What free times are reckoned from, for one open visit: the hours of those who may meet her, the rooms, and what is taken. Who of us knows
-- her is not in it, and nothing says so. A visit that has ended gets nothing.
create function ${door}.slots(p_token_hash bytea, p_from timestamptz, p_until timestamptz)
  returns table (what text, id uuid, room uuid, kind text, weekday integer, starts time, ends time, minutes integer, ways text[],
    speaks text[], house integer, valid_from date, valid_until date, from_at timestamptz, until_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  with visiting as (
    select v.thread from ${schema}.visit v
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()),
  ours as (
    select w.id, w.languages from ${schema}.worker w, visiting
      where not exists (select from ${schema}.conflict c where c.thread = visiting.thread and c.staff = w.staff))
  select 'hours', h.worker, h.room, h.kind, h.weekday::integer, h.starts, h.ends, h.minutes::integer, h.ways, o.languages, null::integer,
         h.valid_from, h.valid_until, null::timestamptz, null::timestamptz
    from ${schema}.hours h join ours o on o.id = h.worker
  union all
  select 'held', h.worker, h.room, h.kind, h.weekday::integer, h.starts, h.ends, h.minutes::integer, h.ways, null, null,
         h.valid_from, h.valid_until, null, null
    from ${schema}.hours h, visiting where h.room is not null
  union all
  select 'room', r.id, null, null, null, null, null, null, null, null, r.house::integer, null, null, null, null
    from ${schema}.room r, visiting where r.in_use
  union all
  select 'taken', coalesce(a.worker, a.room, o.id), null, 'away', null, null, null, null, null, null, null, null, null, a.from_at, a.until_at
    from visiting, ${schema}.absence a left join ours o on a.worker is null and a.room is null
    where a.from_at < p_until and a.until_at > p_from and coalesce(a.worker, a.room, o.id) is not null
  union all
  select 'taken', t.what, null, null, null, null, null, null, null, null, null, null, null, m.from_at, m.until_at
    from ${schema}.meeting m, visiting, unnest(array[m.worker, m.room]) as t (what)
    where m.state = 'booked' and m.from_at < p_until and m.from_at > p_from - interval '4 hours' and m.until_at > p_from and t.what is not null
$$;

-- Whether somebody of this side comes to a house, is there or leaves it within these times: yes or no, and nothing else.
create function ${door}.occupied(p_house integer, p_from timestamptz[], p_until timestamptz[]) returns boolean[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select coalesce(array_agg(exists (
      select from ${schema}.meeting m join ${schema}.room r on r.id = m.room
        where r.house = p_house and m.state = 'booked' and m.from_at < asked.until_at and m.until_at > asked.from_at)
      order by asked.place), '{}')
    from unnest(p_from, p_until) with ordinality as asked (from_at, until_at, place)
$$;

-- She books a time, or moves the one she has: one step, so that she is never without one. Each quarter of it is taken for the worker and the
-- room, or none is. Answers: ok | gone | taken | past | already (she has another time to come; one at once).
create function ${door}.book(
    p_token_hash bytea, p_id uuid, p_before uuid, p_kind text, p_way text, p_worker uuid, p_room uuid, p_from timestamptz, p_until timestamptz)
  returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_now timestamptz := ${door}.moment();
  v_old ${schema}.meeting;
  v_wanted integer;
  v_taken integer;
begin
  update ${schema}.visit v set expires_at = v_now + ${door}.idle(v.script)
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > v_now
    returning v.thread into v_thread;
  if v_thread is null then return 'gone'; end if;
  perform from ${schema}.thread t where t.id = v_thread for update;
  if not found then return 'gone'; end if;
  if exists (select from ${schema}.meeting m where m.id = p_id and m.thread = v_thread and m.state = 'booked' and m.from_at = p_from) then
    return 'ok';
  end if;
  if p_from <= v_now or p_from > v_now + interval '200 days' then return 'past'; end if;
  if p_kind not in ('ordinary', 'acute') then return 'taken'; end if;
  if exists (select from ${schema}.meeting m
      where m.thread = v_thread and m.state = 'booked' and m.until_at > v_now and m.id is distinct from p_before) then
    return 'already';
  end if;
  select * into v_old from ${schema}.meeting m
    where m.id = p_before and m.thread = v_thread and m.state = 'booked' and m.from_at > v_now for update;
  if p_before is not null and v_old.id is null then return 'past'; end if;
  -- always in the same order, so that two who change places never wait for each other
  perform from ${schema}.worker w where w.id in (p_worker, v_old.worker) order by w.id for update;
  perform from ${schema}.room r where r.id in (p_room, v_old.room) order by r.id for update;
  if not exists (select from ${schema}.worker w where w.id = p_worker
        and not exists (select from ${schema}.conflict c where c.thread = v_thread and c.staff = w.staff))
      or (p_way = 'on_site' and not exists (select from ${schema}.room r where r.id = p_room and r.in_use))
      or exists (select from ${schema}.absence a
        where coalesce(a.worker, a.room, p_worker) in (p_worker, p_room) and a.from_at < p_until and a.until_at > p_from) then
    return 'taken';
  end if;
  begin
    if v_old.id is null then
      insert into ${schema}.meeting (id, kind, way, worker, room, from_at, until_at, thread, booked_at)
        values (p_id, p_kind, p_way, p_worker, p_room, p_from, p_until, v_thread, v_now);
    else
      delete from ${schema}.taken t where t.meeting = v_old.id;
      update ${schema}.meeting m
        set kind = p_kind, way = p_way, worker = p_worker, room = p_room, from_at = p_from, until_at = p_until,
            booked_at = v_now, booked_by = null, version = m.version + 1
        where m.id = v_old.id;
    end if;
    v_wanted := (extract(epoch from p_until - p_from) / 900)::integer * case when p_room is null then 1 else 2 end;
    insert into ${schema}.taken (what, quarter, meeting)
      select o.what, q, coalesce(v_old.id, p_id)
        from unnest(array[p_worker, p_room]) as o (what), generate_series(p_from, p_until - interval '15 minutes', interval '15 minutes') as q
        where o.what is not null
        order by o.what, q
      on conflict do nothing;
    get diagnostics v_taken = row_count;
    if v_taken <> v_wanted then raise exception 'taken' using errcode = 'FR001'; end if;
  exception when sqlstate 'FR001' then
    return 'taken';
  end;
  update ${schema}.thread t set version = t.version + 1, state = 'open', closed_at = null where t.id = v_thread;
  return 'ok';
end $$;

-- The time that she has to come, or the one that we took back and that she does not know of yet.
create function ${door}.booked(p_token_hash bytea)
  returns table (id uuid, kind text, way text, house integer, from_at timestamptz, until_at timestamptz, state text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select m.id, m.kind, m.way, r.house::integer, m.from_at, m.until_at, m.state
    from ${schema}.visit v
    join ${schema}.meeting m on m.thread = v.thread
      or exists (select from ${schema}.seat s where s.meeting = m.id and s.thread = v.thread)
    left join ${schema}.room r on r.id = m.room
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
      and m.until_at > ${door}.moment() and (m.state = 'booked' or m.cancelled_by is not null)
    order by m.state, m.from_at
$$;

-- She takes her time back, up to the moment it begins: it is free again for somebody else. Answers: ok | gone | past.
create function ${door}.unbook(p_token_hash bytea, p_id uuid) returns text
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
  if exists (select from ${schema}.meeting m where m.id = p_id and m.thread = v_thread and m.state = 'cancelled') then return 'ok'; end if;
  update ${schema}.meeting m set state = 'cancelled', cancelled_at = v_now, version = m.version + 1
    where m.id = p_id and m.thread = v_thread and m.state = 'booked' and m.from_at > v_now;
  if not found then return 'past'; end if;
  delete from ${schema}.taken t where t.meeting = p_id;
  update ${schema}.thread t set version = t.version + 1 where t.id = v_thread;
  return 'ok';
end $$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('slots', 'occupied', 'book', 'booked', 'unbook') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
