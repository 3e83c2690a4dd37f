-- Step 1. Her page says who speaks her language, and at the door of the young whether it is somebody who is used to them: of the time that she
-- has the languages of whoever receives her, and by which door she came. Who it is, the public face does not meet.
grant create on schema ${door} to ${definer};

-- As before, and which languages are spoken by the one who receives her.
drop function ${door}.booked;
create function ${door}.booked(p_token_hash bytea)
  returns table (id uuid, kind text, way text, house integer, from_at timestamptz, until_at timestamptz, state text,
    reminder text, remind_from timestamptz, remind_until timestamptz, link bytea, link_version integer, errand text, speaks text[])
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
         m.errand, w.languages
    from hers
    join ${schema}.meeting m on m.id = hers.id
    join ${schema}.worker w on w.id = m.worker
    left join ${schema}.room r on r.id = m.room
    left join ${schema}.time_reminder n on n.meeting = m.id and n.thread = hers.thread
    where m.until_at > (select ${door}.moment()) and (m.state = 'booked' or m.cancelled_by is not null)
    order by m.state, m.from_at
$$;

-- By which door she came, for an open visit.
create function ${door}.entrance(p_token_hash bytea) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select t.door from ${schema}.visit v join ${schema}.thread t on t.id = v.thread
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
$$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('booked', 'entrance') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
