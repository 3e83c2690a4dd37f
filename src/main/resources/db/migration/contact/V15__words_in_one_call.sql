-- A message was three questions in one transaction: the look-up that prolonged the visit, the storing that prolonged it again, and the
-- look at what had been stored. Now the storing answers the moment as well and is a transaction of its own; the key is looked up before,
-- by ${door}.visit_key, which writes nothing.
grant create on schema ${door} to ${definer};
drop function ${door}.say;

-- More words in a visit: its sign of life. The thread's row is locked, so that the order is the order.
-- Answers: ok, place and moment of the words, whether words lead back | gone | full (200 in twelve hours).
create function ${door}.say(
    p_token_hash bytea, p_client_id uuid, p_sealed bytea,
    out answer text, out seq integer, out at timestamptz, out has_phrase boolean)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_last integer;
  v_now timestamptz := ${door}.moment();
begin
  update ${schema}.visit v set expires_at = v_now + ${door}.idle(v.script), faded = false
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > v_now
    returning v.thread into v_thread;
  if v_thread is null then answer := 'gone'; return; end if;
  select t.last_seq into v_last from ${schema}.thread t where t.id = v_thread for update;
  if not found then answer := 'gone'; return; end if;
  has_phrase := exists (select from ${schema}.phrase p where p.thread = v_thread and p.ends_at is null);
  select m.seq, m.at into seq, at from ${schema}.message m where m.thread = v_thread and m.client_id = p_client_id;
  if not found then
    -- nobody has said two hundred in a thread that holds fewer
    if v_last >= 200 and (select count(*) from ${schema}.message m
        where m.thread = v_thread and m.sender = 'person' and m.at > v_now - interval '12 hours') >= 200 then
      answer := 'full'; return;
    end if;
    update ${schema}.thread t
      set last_seq = t.last_seq + 1, last_from = 'person', state = 'open', closed_at = null,
          waiting_since = coalesce(t.waiting_since, v_now), version = t.version + 1
      where t.id = v_thread returning t.last_seq into seq;
    at := v_now;
    insert into ${schema}.message (thread, seq, client_id, sender, at, sealed)
      values (v_thread, seq, p_client_id, 'person', v_now, p_sealed);
  end if;
  -- the page that says words has shown what came before them: an invitation is delivered as by a look
  if exists (select from ${schema}.invitation i where i.thread = v_thread and i.delivered_at is null and i.ended_at is null) then
    perform from ${door}.newer(array[p_token_hash], array[seq - 1]);
  end if;
  answer := 'ok';
end $$;

drop function ${door}.begin_at;

-- As ${door}.begin, through a door that is remembered; ok answers the moment of the words as well.
create function ${door}.begin_at(
    p_door text, p_thread uuid, p_kek text, p_wrapped bytea, p_token_hash bytea, p_visit_wrapped bytea,
    p_language text, p_script boolean, p_client_id uuid, p_sealed bytea,
    out answer text, out seq integer, out thread uuid, out at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  select b.answer, b.seq, b.thread into answer, seq, thread
    from ${door}.begin(p_thread, p_kek, p_wrapped, p_token_hash, p_visit_wrapped, p_language, p_script, p_client_id, p_sealed) b;
  update ${schema}.thread t set door = p_door where t.id = p_thread;
  if answer = 'ok' then
    select m.at into at from ${schema}.message m where m.thread = begin_at.thread and m.seq = begin_at.seq;
  end if;
end $$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('say', 'begin_at') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
