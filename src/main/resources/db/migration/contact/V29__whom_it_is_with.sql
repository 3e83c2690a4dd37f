-- Step 1. Somebody who came by the door of the young is offered times with those who know children or the young, while there is anybody who
-- may meet her and does; with everybody else when there is nobody. What a worker knows never leaves the database for it.
grant create on schema ${door} to ${definer};

-- In the place of `slots`, which nothing asks any more: a function that has been handed over can no longer be replaced from here.
create function ${door}.slots_for(p_token_hash bytea, p_from timestamptz, p_until timestamptz)
  returns table (what text, id uuid, room uuid, kind text, weekday integer, starts time, ends time, minutes integer, ways text[],
    speaks text[], house integer, valid_from date, valid_until date, from_at timestamptz, until_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  with visiting as (
    select v.thread, t.door from ${schema}.visit v join ${schema}.thread t on t.id = v.thread
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()),
  may as (
    select w.id, w.languages, w.competences && array['children', 'young'] and exists (select from ${schema}.hours h where h.worker = w.id) as young
      from ${schema}.worker w, visiting
      where not exists (select from ${schema}.conflict c where c.thread = visiting.thread and c.staff = w.staff)),
  ours as (
    select may.id, may.languages from may, visiting
      where visiting.door <> 'young' or may.young or not exists (select from may other where other.young))
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

-- When the whole reception is closed besides its hours, so that the first page says what is true. Nothing about anybody.
create function ${door}.closures(p_from timestamptz) returns table (from_at timestamptz, until_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select a.from_at, a.until_at from ${schema}.absence a where a.worker is null and a.room is null and a.until_at > p_from order by a.from_at
$$;
do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('slots_for', 'closures') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
