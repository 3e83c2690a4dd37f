-- The time by which the doors put down what is written: the database's. In a demonstration, and there only, an invented day of the
-- program's: a real installation does not hold that sentence at all, so nobody can date back what was written.
create function ${door}.moment() returns timestamptz
  language sql volatile set search_path = pg_catalog, pg_temp
  as $$ select ${moment} $$;

grant create on schema ${door} to ${definer};
drop function ${door}.begin;
drop function ${door}.say;

-- A new thread with its first words. Sent again (double click, two tabs, a resent post) it answers as the first time.
-- Answers: ok, the number of the words | gone: this page's visit has ended.
create function ${door}.begin(
    p_thread uuid, p_kek text, p_wrapped bytea, p_token_hash bytea, p_visit_wrapped bytea,
    p_language text, p_script boolean, p_client_id uuid, p_sealed bytea,
    out answer text, out seq integer, out thread uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_now timestamptz := ${door}.moment();
begin
  insert into ${schema}.visit (token_hash, thread, wrapped, script, expires_at)
    values (p_token_hash, p_thread, p_visit_wrapped, p_script, v_now + ${door}.idle(p_script))
    on conflict (token_hash) do nothing;
  if not found then
    select v.thread, m.seq into thread, seq
      from ${schema}.visit v left join ${schema}.message m on m.thread = v.thread and m.client_id = p_client_id
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > v_now;
    answer := case when thread is null then 'gone' when seq is null then 'say' else 'ok' end;
    return;
  end if;
  insert into ${schema}.thread (id, language, begun_at, last_seq, waiting_since) values (p_thread, p_language, v_now, 1, v_now);
  insert into ${schema}.data_key (id, kek, wrapped) values (p_thread, p_kek, p_wrapped);
  insert into ${schema}.message (thread, seq, client_id, sender, at, sealed)
    values (p_thread, 1, p_client_id, 'person', v_now, p_sealed);
  answer := 'ok'; seq := 1; thread := p_thread;
end $$;

-- More words in a visit. The thread's row is locked, so that the order is the order. Answers: ok | gone | full (200 in a thread's visit).
create function ${door}.say(p_token_hash bytea, p_client_id uuid, p_sealed bytea, out answer text, out seq integer)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_now timestamptz := ${door}.moment();
begin
  update ${schema}.visit v set expires_at = v_now + ${door}.idle(v.script)
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > v_now
    returning v.thread into v_thread;
  if v_thread is null then answer := 'gone'; return; end if;
  perform from ${schema}.thread t where t.id = v_thread for update;
  if not found then answer := 'gone'; return; end if;
  select m.seq into seq from ${schema}.message m where m.thread = v_thread and m.client_id = p_client_id;
  if found then answer := 'ok'; return; end if;
  if (select count(*) from ${schema}.message m where m.thread = v_thread and m.sender = 'person' and m.at > v_now - interval '12 hours') >= 200 then
    answer := 'full'; return;
  end if;
  update ${schema}.thread t
    set last_seq = t.last_seq + 1, last_from = 'person', state = 'open', closed_at = null,
        waiting_since = coalesce(t.waiting_since, v_now), version = t.version + 1
    where t.id = v_thread returning t.last_seq into seq;
  insert into ${schema}.message (thread, seq, client_id, sender, at, sealed)
    values (v_thread, seq, p_client_id, 'person', v_now, p_sealed);
  answer := 'ok';
end $$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name, p.proname from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('begin', 'say', 'moment') loop
    execute format('revoke all on function %s from public', f.name);
    if f.proname <> 'moment' then execute format('grant execute on function %s to f_front', f.name); end if;
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
