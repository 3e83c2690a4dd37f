-- Step 1. What free times are reckoned from, in few rows: what is taken comes as one row for each worker and room, with its beginnings and
-- ends as seconds, in the place of a row for each booked time of each. `slots` gave fifteen columns and thousands of rows for eight weeks.
-- Hours that have ended are left out.
grant create on schema ${door} to ${definer};
drop function ${door}.slots;
create function ${door}.free_from(p_token_hash bytea, p_from timestamptz, p_until timestamptz, p_anybody boolean)
  returns table (what text, id uuid, room uuid, kind text, weekday integer, starts time, ends time, minutes integer, ways text[],
    speaks text[], house integer, valid_from date, valid_until date, begins bigint[], finishes bigint[])
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  with visiting as materialized (
    select v.thread, t.door from ${schema}.visit v join ${schema}.thread t on t.id = v.thread
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()),
  ours as (
    select w.id, w.languages from ${schema}.worker w, visiting
      where (p_anybody or visiting.door <> 'young' or w.competences && array['children', 'young'])
        and not exists (select from ${schema}.conflict c where c.thread = visiting.thread and c.staff = w.staff))
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
         array_agg(extract(epoch from n.from_at)::bigint), array_agg(extract(epoch from n.until_at)::bigint)
    from visiting, ${door}.near(visiting.thread, p_from - interval '8 hours', p_until + interval '8 hours') n
    group by n.house
  union all
  select 'taken', coalesce(a.worker, a.room, o.id), null, 'away', null, null, null, null, null, null, null, null, null,
         array_agg(extract(epoch from a.from_at)::bigint), array_agg(extract(epoch from a.until_at)::bigint)
    from visiting, ${schema}.absence a left join ours o on a.worker is null and a.room is null
    where a.from_at < p_until and a.until_at > p_from and coalesce(a.worker, a.room, o.id) is not null
    group by coalesce(a.worker, a.room, o.id)
  union all
  select 'taken', m.worker, null, null, null, null, null, null, null, null, null, null, null,
         array_agg(extract(epoch from m.from_at)::bigint), array_agg(extract(epoch from m.until_at)::bigint)
    from visiting, ${schema}.meeting m
    where m.state = 'booked' and m.from_at < p_until and m.from_at > p_from - interval '4 hours' and m.until_at > p_from
      and m.thread is distinct from visiting.thread
    group by m.worker
  union all
  select 'taken', m.room, null, null, null, null, null, null, null, null, null, null, null,
         array_agg(extract(epoch from m.from_at)::bigint), array_agg(extract(epoch from m.until_at)::bigint)
    from visiting, ${schema}.meeting m
    where m.state = 'booked' and m.room is not null and m.from_at < p_until and m.from_at > p_from - interval '4 hours' and m.until_at > p_from
      and m.thread is distinct from visiting.thread
    group by m.room
  union all
  select 'taken', l.room, null, null, null, null, null, null, null, null, null, null, null,
         array_agg(extract(epoch from l.seated_at)::bigint), array_agg(extract(epoch from l.until_at)::bigint)
    from visiting, ${schema}.lobby l
    where l.room is not null and l.left_at is null and l.seated_at < p_until and l.until_at > p_from
    group by l.room
$$;

-- As before. A booked time is at most four hours long, so that those of long ago need not be looked through for each hour that is asked.
drop function ${door}.occupied;
create function ${door}.occupied(p_house integer, p_from timestamptz[], p_until timestamptz[]) returns boolean[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select coalesce(array_agg(
      exists (
        select from ${schema}.meeting m join ${schema}.room r on r.id = m.room
          where r.house = p_house and m.state = 'booked' and m.from_at < asked.until_at
            and m.from_at > asked.from_at - interval '4 hours' and m.until_at > asked.from_at)
      or exists (
        select from ${schema}.lobby l
          where l.house = p_house
            and (l.came_at at time zone 'Europe/Stockholm')::date = (asked.from_at at time zone 'Europe/Stockholm')::date)
      order by asked.place), '{}')
    from unnest(p_from, p_until) with ordinality as asked (from_at, until_at, place)
$$;
do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('free_from', 'occupied') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
