-- Step 1. What she is shown as free is what she can have: not where somebody is whom she must not meet, not a room in which somebody sits who
-- came without a time; and her own time is free for her, so that it can stay at its hour and be kept in another way.
grant create on schema ${door} to ${definer};
grant select on ${schema}.lobby, ${schema}.thread to ${definer};

-- In the place of `slots` and `slots_for`. By the door of the young it is those who know children or the young; whoever finds nothing free with
-- them asks once more for anybody. What a worker knows never leaves the database for it.
drop function ${door}.slots;
drop function ${door}.slots_for;
create function ${door}.slots(p_token_hash bytea, p_from timestamptz, p_until timestamptz, p_anybody boolean)
  returns table (what text, id uuid, room uuid, kind text, weekday integer, starts time, ends time, minutes integer, ways text[],
    speaks text[], house integer, valid_from date, valid_until date, from_at timestamptz, until_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  with visiting as (
    select v.thread, t.door from ${schema}.visit v join ${schema}.thread t on t.id = v.thread
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()),
  ours as (
    select w.id, w.languages from ${schema}.worker w, visiting
      where (p_anybody or visiting.door <> 'young' or w.competences && array['children', 'young'])
        and not exists (select from ${schema}.conflict c where c.thread = visiting.thread and c.staff = w.staff))
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
  select 'near', null, null, null, null, null, null, null, null, null, n.house, null, null, n.from_at, n.until_at
    from visiting, ${door}.near(visiting.thread, p_from - interval '8 hours', p_until + interval '8 hours') n
  union all
  select 'taken', coalesce(a.worker, a.room, o.id), null, 'away', null, null, null, null, null, null, null, null, null, a.from_at, a.until_at
    from visiting, ${schema}.absence a left join ours o on a.worker is null and a.room is null
    where a.from_at < p_until and a.until_at > p_from and coalesce(a.worker, a.room, o.id) is not null
  union all
  select 'taken', t.what, null, null, null, null, null, null, null, null, null, null, null, m.from_at, m.until_at
    from ${schema}.meeting m, visiting, unnest(array[m.worker, m.room]) as t (what)
    where m.state = 'booked' and m.from_at < p_until and m.from_at > p_from - interval '4 hours' and m.until_at > p_from and t.what is not null
      and m.thread is distinct from visiting.thread
  union all
  select 'taken', l.room, null, null, null, null, null, null, null, null, null, null, null, l.seated_at, l.until_at
    from ${schema}.lobby l, visiting
    where l.room is not null and l.left_at is null and l.seated_at < p_until and l.until_at > p_from
$$;

-- As before, and never a room in which somebody sits.
drop function ${door}.book;
create function ${door}.book(
    p_token_hash bytea, p_id uuid, p_before uuid, p_kind text, p_way text, p_worker uuid, p_room uuid, p_from timestamptz, p_until timestamptz,
    p_apart interval)
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
  -- hers and those of whom she must not meet, always in the same order: of two who book at once the second sees the first
  perform from ${schema}.thread t
    where t.id = v_thread
      or t.id in (select case when a.one = v_thread then a.other else a.one end from ${schema}.apart a where a.one = v_thread or a.other = v_thread)
    order by t.id for update;
  if not exists (select from ${schema}.thread t where t.id = v_thread) then return 'gone'; end if;
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
        where coalesce(a.worker, a.room, p_worker) in (p_worker, p_room) and a.from_at < p_until and a.until_at > p_from)
      or exists (select from ${schema}.lobby l
        where l.room = p_room and l.left_at is null and l.seated_at < p_until and l.until_at > p_from)
      or exists (select from ${door}.near(v_thread, p_from - p_apart, p_until + p_apart) n join ${schema}.room r on r.id = p_room and r.house = n.house) then
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
            booked_at = v_now, booked_by = null, link = null, version = m.version + 1
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

-- What she is refused on her own page, in the words of an occupied time, is counted as what one of us is refused for her: nobody of us did it.
alter table ${schema}.refused_in_a_row alter column last_by drop not null;
grant select, insert, update, delete on ${schema}.refused_in_a_row to ${definer};
create function ${door}.refused(p_token_hash bytea, p_again boolean) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_now timestamptz := ${door}.moment();
begin
  select v.thread into v_thread from ${schema}.visit v where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > v_now;
  if v_thread is null then return; end if;
  if not p_again then
    delete from ${schema}.refused_in_a_row r where r.thread = v_thread;
    return;
  end if;
  insert into ${schema}.refused_in_a_row as r (thread, times, last_at) values (v_thread, 1, v_now)
    on conflict (thread) do update
      set times = case
            when r.last_at < date_trunc('day', v_now at time zone 'Europe/Stockholm') at time zone 'Europe/Stockholm' then 1
            else r.times + 1 end,
          last_at = v_now, last_by = null;
end $$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('slots', 'book', 'refused') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
