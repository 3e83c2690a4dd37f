-- Step 1. The same answers, found by index. Whose time it is was asked as `this one's, or there is a seat`, and with an `or` between two tables
-- each booked time of the house was looked at, and the moment fetched anew for each: of a search of free times two thirds went there. Now whose
-- times they are is found first, in the conversation's and in the seats' index; the moment is fetched once; what is taken is read once for
-- workers and rooms, its seconds without a detour by decimals; and how it is done is thought out once a connection, not once a search.
grant create on schema ${door} to ${definer};

drop function ${door}.near;
create function ${door}.near(p_thread uuid, p_from timestamptz, p_until timestamptz)
  returns table (house integer, from_at timestamptz, until_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  with others as (
    select case when a.one = p_thread then a.other else a.one end as thread from ${schema}.apart a where a.one = p_thread or a.other = p_thread),
  theirs as (
    select m.id from others join ${schema}.meeting m on m.thread = others.thread
    union
    select s.meeting from others join ${schema}.seat s on s.thread = others.thread)
  select r.house::integer, m.from_at, m.until_at
    from theirs
    join ${schema}.meeting m on m.id = theirs.id
    join ${schema}.room r on r.id = m.room
    where m.state = 'booked' and m.from_at < p_until and m.until_at > p_from
$$;

drop function ${door}.booked;
create function ${door}.booked(p_token_hash bytea)
  returns table (id uuid, kind text, way text, house integer, from_at timestamptz, until_at timestamptz, state text,
    reminder text, remind_from timestamptz, remind_until timestamptz, link bytea, link_version integer, errand text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  with visiting as (
    select v.thread from ${schema}.visit v
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()),
  hers as (
    select m.id, v.thread from visiting v join ${schema}.meeting m on m.thread = v.thread
    union
    select s.meeting, v.thread from visiting v join ${schema}.seat s on s.thread = v.thread)
  select m.id, m.kind, m.way, r.house::integer, m.from_at, m.until_at, m.state,
         case when n.state in ('asked', 'to_call') and n.for_at <> m.from_at then 'moved' else n.state end, n.due_at, n.until_at, m.link, m.link_version,
         m.errand
    from hers
    join ${schema}.meeting m on m.id = hers.id
    left join ${schema}.room r on r.id = m.room
    left join ${schema}.time_reminder n on n.meeting = m.id and n.thread = hers.thread
    where m.until_at > (select ${door}.moment()) and (m.state = 'booked' or m.cancelled_by is not null)
    order by m.state, m.from_at
$$;

drop function ${door}.free_from;
create function ${door}.free_from(p_token_hash bytea, p_from timestamptz, p_until timestamptz, p_anybody boolean)
  returns table (what text, id uuid, room uuid, kind text, weekday integer, starts time, ends time, minutes integer, ways text[],
    speaks text[], house integer, valid_from date, valid_until date, begins bigint[], finishes bigint[])
  language sql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  with visiting as materialized (
    select v.thread, t.door from ${schema}.visit v join ${schema}.thread t on t.id = v.thread
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()),
  ours as (
    select w.id, w.languages from ${schema}.worker w, visiting
      where (p_anybody or visiting.door <> 'young' or w.competences && array['children', 'young'])
        and not exists (select from ${schema}.conflict c where c.thread = visiting.thread and c.staff = w.staff)),
  kept as materialized (
    select m.worker, m.room, date_part('epoch', m.from_at)::bigint as begins, date_part('epoch', m.until_at)::bigint as finishes
      from visiting, ${schema}.meeting m
      where m.state = 'booked' and m.from_at < p_until and m.from_at > p_from - interval '4 hours' and m.until_at > p_from
        and m.thread is distinct from visiting.thread)
  select case when o.id is null then 'held' else 'hours' end, h.worker, h.room, h.kind, h.weekday::integer, h.starts, h.ends, h.minutes::integer,
         h.ways, o.languages, null::integer, h.valid_from, h.valid_until, null::bigint[], null::bigint[]
    from visiting, ${schema}.hours h left join ours o on o.id = h.worker
    where (o.id is not null or h.room is not null)
      and (h.valid_until is null or h.valid_until >= (p_from at time zone 'Europe/Stockholm')::date)
  union all
  select 'room', r.id, null, null, null, null, null, null, null, null, r.house::integer, null, null, null, null
    from ${schema}.room r, visiting where r.in_use
  union all
  select 'near', null, null, null, null, null, null, null, null, null, n.house, null, null,
         array_agg(date_part('epoch', n.from_at)::bigint), array_agg(date_part('epoch', n.until_at)::bigint)
    from visiting, ${door}.near(visiting.thread, p_from - interval '8 hours', p_until + interval '8 hours') n
    group by n.house
  union all
  select 'taken', coalesce(a.worker, a.room, o.id), null, 'away', null, null, null, null, null, null, null, null, null,
         array_agg(date_part('epoch', a.from_at)::bigint), array_agg(date_part('epoch', a.until_at)::bigint)
    from visiting, ${schema}.absence a left join ours o on a.worker is null and a.room is null
    where a.from_at < p_until and a.until_at > p_from and coalesce(a.worker, a.room, o.id) is not null
    group by coalesce(a.worker, a.room, o.id)
  union all
  select 'taken', k.worker, null, null, null, null, null, null, null, null, null, null, null, array_agg(k.begins), array_agg(k.finishes)
    from kept k group by k.worker
  union all
  select 'taken', k.room, null, null, null, null, null, null, null, null, null, null, null, array_agg(k.begins), array_agg(k.finishes)
    from kept k where k.room is not null group by k.room
  union all
  select 'taken', l.room, null, null, null, null, null, null, null, null, null, null, null,
         array_agg(date_part('epoch', l.seated_at)::bigint), array_agg(date_part('epoch', l.until_at)::bigint)
    from visiting, ${schema}.lobby l
    where l.room is not null and l.left_at is null and l.seated_at < p_until and l.until_at > p_from
    group by l.room
$$;
do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name, p.proname from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('near', 'booked', 'free_from') loop
    execute format('revoke all on function %s from public', f.name);
    if f.proname <> 'near' then
      execute format('grant execute on function %s to f_front', f.name);
    end if;
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
