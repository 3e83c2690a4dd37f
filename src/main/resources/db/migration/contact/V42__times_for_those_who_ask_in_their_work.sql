-- Step 1. A booked time can belong to somebody who asks in her work (yrkesverksam): to get advice, or to come with a person. A time has exactly
-- one owner, a group none. Her conversation lies in a schema of its own (ADR 0020), but there is one calendar over the same workers and rooms:
-- that of the support side. In the schema of those who ask in their work its tables are windows on that calendar, so that nobody and no room
-- is there twice (ADR 0024). Nobody who is talked about has a column.
alter table ${schema}.meeting
  add column asker  uuid,
  add column errand text check (errand in ('consultation', 'accompanies'));
alter table ${schema}.meeting drop constraint meeting_check2;
alter table ${schema}.meeting
  add constraint meeting_one_owner check (num_nonnulls(thread, asker) = case kind when 'group' then 0 else 1 end),
  add constraint meeting_errand check ((asker is null) = (errand is null)),
  -- whoever comes with somebody comes here
  add constraint meeting_accompanied_here check (errand is distinct from 'accompanies' or way = 'on_site'),
  -- acute times are for those who seek support themselves
  add constraint meeting_acute_for_persons check (asker is null or kind = 'ordinary');
comment on column ${schema}.meeting.asker is 'The conversation of somebody who asks in her work, whose time it is; nothing when it is a person''s who seeks support.';
comment on column ${schema}.meeting.errand is 'What somebody who asks in her work comes for: advice, or with a person.';
create index meeting_of_asker on ${schema}.meeting (asker) where asker is not null;

do $$
declare
  t text;
begin
  if '${schema}' = 'contact_perpetrator' then
    alter table contact_perpetrator.meeting add constraint meeting_of_no_asker check (asker is null);
  end if;
  if '${schema}' = 'contact_professional' then
    if exists (select from contact_professional.meeting) or exists (select from contact_professional.worker) then
      raise exception 'somebody receives in a calendar that nobody could reach';
    end if;
    -- the constraints and keys that point to them go with them
    foreach t in array array['interpreter', 'agency', 'taken', 'lobby', 'absence', 'hours', 'meeting', 'room', 'worker'] loop
      execute format('drop table contact_professional.%I cascade', t);
    end loop;
    foreach t in array array['worker', 'room', 'hours', 'absence', 'taken', 'agency', 'interpreter', 'lobby'] loop
      execute format('create view contact_professional.%1$I as select * from contact.%1$I', t);
      execute format(
        'comment on view contact_professional.%1$I is %2$L', t,
        'Step 1. A window on the calendar of the support side: whoever asks in her work is received by the same people in the same rooms. 11 kap. 5 § SoL.');
      execute format('grant select, insert, update, delete on contact_professional.%I to ${role}', t);
    end loop;
    create view contact_professional.meeting as
      select id, kind, way, worker, room, from_at, until_at, asker as thread, seats, state, booked_at, booked_by, cancelled_at, cancelled_by, version,
             link, link_version, counted, null::uuid as asker, errand
        from contact.meeting;
    comment on view contact_professional.meeting is
      'Step 1. A window on the calendar of the support side: every time that is taken, and whose it is when somebody who asks in her work has it. 11 kap. 5 § SoL.';
    grant select, insert, update, delete on contact_professional.meeting to ${role};
    grant select on contact_professional.hours, contact_professional.absence, contact_professional.lobby to ${definer};
    grant select, update on contact_professional.worker, contact_professional.room to ${definer};
    grant select, insert, update, delete on contact_professional.meeting, contact_professional.taken to ${definer};

    alter table contact.meeting add constraint meeting_asker_fkey
      foreign key (asker) references contact_professional.thread (id) on delete cascade;
    alter table contact_professional.time_reminder add constraint time_reminder_meeting_fkey
      foreign key (meeting) references contact.meeting (id) on delete cascade;
    -- no group receives those who ask in their work
    alter table contact_professional.seat add constraint seat_of_nobody check (false);
  end if;
end $$;

grant create on schema ${door} to ${definer};

-- As before, and what somebody who asks in her work comes for; nothing for all others.
drop function ${door}.book;
create function ${door}.book(
    p_token_hash bytea, p_id uuid, p_before uuid, p_kind text, p_way text, p_worker uuid, p_room uuid, p_from timestamptz, p_until timestamptz,
    p_apart interval, p_errand text)
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
      insert into ${schema}.meeting (id, kind, way, worker, room, from_at, until_at, thread, booked_at, errand)
        values (p_id, p_kind, p_way, p_worker, p_room, p_from, p_until, v_thread, v_now, p_errand);
    else
      delete from ${schema}.taken t where t.meeting = v_old.id;
      update ${schema}.meeting m
        set kind = p_kind, way = p_way, worker = p_worker, room = p_room, from_at = p_from, until_at = p_until,
            booked_at = v_now, booked_by = null, link = null, version = m.version + 1, errand = p_errand
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

-- As before, and what she comes for when she asks in her work.
drop function ${door}.booked;
create function ${door}.booked(p_token_hash bytea)
  returns table (id uuid, kind text, way text, house integer, from_at timestamptz, until_at timestamptz, state text,
    reminder text, remind_from timestamptz, remind_until timestamptz, link bytea, link_version integer, errand text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select m.id, m.kind, m.way, r.house::integer, m.from_at, m.until_at, m.state,
         case when n.state in ('asked', 'to_call') and n.for_at <> m.from_at then 'moved' else n.state end, n.due_at, n.until_at, m.link, m.link_version,
         m.errand
    from ${schema}.visit v
    join ${schema}.meeting m on m.thread = v.thread
      or exists (select from ${schema}.seat s where s.meeting = m.id and s.thread = v.thread)
    left join ${schema}.room r on r.id = m.room
    left join ${schema}.time_reminder n on n.meeting = m.id and n.thread = v.thread
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
      and m.until_at > ${door}.moment() and (m.state = 'booked' or m.cancelled_by is not null)
    order by m.state, m.from_at
$$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('book', 'booked') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};

-- What times of those who ask in their work leave behind is a kind of its own.
alter table ${schema}.time_count drop constraint time_count_what_check;
alter table ${schema}.time_count add constraint time_count_what_check
  check (what ~ '^(acute_released|acute_used|began|did_not_come|first|wait_(same_day|to_2|to_5|to_10|longer)|interpreter|interpreter_[a-z]{2,5}|consulted|consulted_(consultation|accompanies))$');
