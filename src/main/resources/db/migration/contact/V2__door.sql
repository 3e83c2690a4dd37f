-- The only things that the public face may do on this side. No table is visible to f_front; all times are the database's.
create schema ${door};
grant usage on schema ${door} to f_front;
grant usage, create on schema ${door} to ${definer};

-- How long a visit lives without a sign of life: 30 minutes with a script, 10 without (security decisions 5).
create function ${door}.idle(p_script boolean) returns interval
  language sql immutable set search_path = pg_catalog, pg_temp
  as $$ select case when p_script then interval '30 minutes' else interval '10 minutes' end $$;

-- A new thread with its first words. Sent again (double click, two tabs, a resent post) it answers as the first time.
-- Answers: ok, the number of the words | gone: this page's visit has ended.
create function ${door}.begin(
    p_thread uuid, p_kek text, p_wrapped bytea, p_token_hash bytea, p_visit_wrapped bytea,
    p_language text, p_script boolean, p_client_id uuid, p_sealed bytea,
    out answer text, out seq integer, out thread uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_now timestamptz := clock_timestamp();
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

-- Whose visit is it, and the key wrapped for it. Nothing when the visit is over. A sign of life.
create function ${door}.visited(p_token_hash bytea)
  returns table (thread uuid, wrapped bytea, last_seq integer, script boolean, has_phrase boolean, state text)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  with alive as (
    update ${schema}.visit v set expires_at = clock_timestamp() + ${door}.idle(v.script)
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
      returning v.thread, v.wrapped, v.script)
  select a.thread, a.wrapped, t.last_seq, a.script,
         exists (select from ${schema}.phrase p where p.thread = a.thread), t.state
    from alive a join ${schema}.thread t on t.id = a.thread
$$;

-- More words in a visit. The thread's row is locked, so that the order is the order. Answers: ok | gone | full (200 in a thread's visit).
create function ${door}.say(p_token_hash bytea, p_client_id uuid, p_sealed bytea, out answer text, out seq integer)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_now timestamptz := clock_timestamp();
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

-- What is new for many open pages at once: one question per wake, whatever their number. No sign of life.
create function ${door}.newer(p_token_hashes bytea[], p_after integer[])
  returns table (token_hash bytea, thread uuid, seq integer, client_id uuid, sender text, at timestamptz, sealed bytea)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  select v.token_hash, m.thread, m.seq, m.client_id, m.sender, m.at, m.sealed
    from unnest(p_token_hashes, p_after) as asked (hash, after)
    join ${schema}.visit v on v.token_hash = asked.hash and v.wrapped is not null and v.expires_at > clock_timestamp()
    join ${schema}.message m on m.thread = v.thread and m.seq > asked.after
    order by m.thread, m.seq
$$;

-- The key wrapped for a visit, without a sign of life: an open page that nobody looks at must not live on by being told news.
create function ${door}.visit_key(p_token_hash bytea) returns table (thread uuid, wrapped bytea)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  select v.thread, v.wrapped from ${schema}.visit v
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
$$;

-- Which of these visits still live: a page whose visit has ended is told so.
create function ${door}.alive(p_token_hashes bytea[]) returns setof bytea
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  select v.token_hash from ${schema}.visit v
    where v.token_hash = any (p_token_hashes) and v.wrapped is not null and v.expires_at > clock_timestamp()
$$;

-- The words that lead back. Once per visit's thread; new ones replace the old. Answers: ok | gone | taken.
create function ${door}.set_phrase(p_token_hash bytea, p_scheme integer, p_lookup bytea, p_wrapped bytea) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
begin
  select v.thread into v_thread from ${schema}.visit v
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp();
  if v_thread is null then return 'gone'; end if;
  if exists (select from ${schema}.phrase p where p.lookup = p_lookup and p.thread <> v_thread) then return 'taken'; end if;
  insert into ${schema}.phrase (thread, scheme, lookup, wrapped) values (v_thread, p_scheme, p_lookup, p_wrapped)
    on conflict (thread) do update set scheme = p_scheme, lookup = p_lookup, wrapped = p_wrapped;
  update ${schema}.thread set returns = true where id = v_thread;
  return 'ok';
end $$;

-- The thread's key wrapped under the words. Nothing for words that lead nowhere.
create function ${door}.open_by_phrase(p_lookup bytea) returns table (thread uuid, wrapped bytea)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$ select p.thread, p.wrapped from ${schema}.phrase p where p.lookup = p_lookup $$;

-- A new visit for someone who came back with the words. Does nothing when the words lead nowhere.
create function ${door}.return_by_phrase(p_lookup bytea, p_token_hash bytea, p_visit_wrapped bytea, p_script boolean) returns integer
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  with entered as (
    insert into ${schema}.visit (token_hash, thread, wrapped, script, expires_at)
      select p_token_hash, p.thread, p_visit_wrapped, p_script, clock_timestamp() + ${door}.idle(p_script)
        from ${schema}.phrase p where p.lookup = p_lookup
      on conflict (token_hash) do nothing
      returning 1)
  select count(*)::integer from entered
$$;

-- The stream broke: three minutes to come back, no more.
create function ${door}.fade(p_token_hash bytea) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  update ${schema}.visit set expires_at = least(expires_at, clock_timestamp() + interval '3 minutes')
    where token_hash = p_token_hash and wrapped is not null
$$;

-- She left: the visit's key is gone at once; the row stays a day as a mark.
create function ${door}.leave(p_token_hash bytea) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  update ${schema}.visit set wrapped = null, expires_at = clock_timestamp() where token_hash = p_token_hash and wrapped is not null
$$;

-- She wants everything gone: key, words and thread, now; unreadable in every copy after eight days.
create function ${door}.destroy(p_token_hash bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
begin
  select v.thread into v_thread from ${schema}.visit v
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp();
  if v_thread is null then return false; end if;
  delete from ${schema}.thread where id = v_thread;
  update ${schema}.visit set wrapped = null, expires_at = clock_timestamp() where thread = v_thread;
  return true;
end $$;

-- The timer's: the key wrapped for a page goes when its time is over, the mark a day later. Called by the side's own login.
create function ${door}.sweep() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_ended integer;
begin
  update ${schema}.visit set wrapped = null where wrapped is not null and expires_at < clock_timestamp();
  get diagnostics v_ended = row_count;
  delete from ${schema}.visit where expires_at < clock_timestamp() - interval '1 day';
  return v_ended;
end $$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name, p.proname from pg_proc p where p.pronamespace = '${door}'::regnamespace loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to %I', f.name, case when f.proname = 'sweep' then '${login}' else 'f_front' end);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
grant usage on schema ${door} to ${login};
revoke create on schema ${door} from ${definer};
