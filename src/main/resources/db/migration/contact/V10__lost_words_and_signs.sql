-- Step 1. New words for somebody who has lost hers, and who is here just now.

-- Words that were replaced by new ones lead back a few days more, so that the one who still has them hears of it and can stop it.
alter table ${schema}.phrase drop constraint phrase_pkey;
alter table ${schema}.phrase drop constraint phrase_lookup_key;
alter table ${schema}.phrase add primary key (lookup);
alter table ${schema}.phrase
  add renewed boolean not null default false,
  add ends_at timestamptz;
create unique index phrase_current on ${schema}.phrase (thread) where ends_at is null;
create index phrase_former on ${schema}.phrase (thread, ends_at) where ends_at is not null;

-- Whether a page was opened by words that were given in place of lost ones, and whether its line to us has broken.
alter table ${schema}.visit
  add renewed boolean not null default false,
  add faded   boolean not null default false;
create index visit_of_thread on ${schema}.visit (thread) where wrapped is not null;

create table ${schema}.recognition (
  thread  uuid primary key references ${schema}.thread (id) on delete cascade,
  version integer not null default 1 check (version > 0),
  tries   integer not null default 0 check (tries >= 0),
  sealed  bytea   not null check (octet_length(sealed) between 1 and 20000)
);
comment on table ${schema}.recognition is
  'Step 1. A question that only she can answer, and her answer as Argon2id, both sealed under the thread''s key: the way to new words for one who has lost hers. Nobody reads the answer.';

create table ${schema}.renewal (
  id           uuid primary key,
  thread       uuid        not null references ${schema}.thread (id) on delete cascade,
  fresh        uuid        references ${schema}.thread (id) on delete set null,
  state        text        not null check (state in ('asked', 'agreed', 'confirmed', 'given', 'stopped', 'lapsed')),
  asked_by     uuid        not null,
  asked_at     timestamptz not null,
  confirmed_by uuid        check (confirmed_by <> asked_by),
  lapses_at    timestamptz not null,
  keeps_days   integer     not null check (keeps_days > 0),
  ended_at     timestamptz,
  check ((ended_at is not null) = (state in ('given', 'stopped', 'lapsed')))
);
comment on table ${schema}.renewal is
  'Step 1. Somebody has asked for new words in a new conversation: whether her answer agreed, which two of us stand for it, what became of it. No words.';
create unique index renewal_running on ${schema}.renewal (thread) where state in ('asked', 'agreed', 'confirmed');
create index renewal_of_thread on ${schema}.renewal (thread, asked_at);
create index renewal_of_fresh on ${schema}.renewal (fresh) where fresh is not null;

create table ${schema}.renewal_key (
  renewal uuid primary key references ${schema}.renewal (id) on delete cascade,
  wrapped bytea not null
);
comment on table ${schema}.renewal_key is
  'Step 1. The old thread''s key under the new one''s, from the second worker''s yes until her page has taken it. Never part of a backup.';

-- Without a write-ahead log and without history: it says who is here, never who was.
create unlogged table ${schema}.presence (
  thread       uuid        not null references ${schema}.thread (id) on delete cascade,
  who          uuid        not null,
  here_until   timestamptz not null,
  typing_until timestamptz,
  primary key (thread, who)
);
comment on table ${schema}.presence is
  'Step 1. Who has a conversation open just now, and who writes: one of us, or, under the conversation''s own number, the person. Seconds ahead, never behind; unlogged, in no backup.';

create table ${schema}.uncounted (
  id       uuid primary key,
  day      date not null,
  door     text not null,
  language text not null
);
comment on table ${schema}.uncounted is
  'Step 1. Conversations that she destroyed before any of us had counted them: that somebody got in touch, by which door, until the figures have been told. It points at nothing.';

grant select, insert, update, delete on ${schema}.uncounted to ${role};
grant insert on ${schema}.uncounted to ${definer};
grant select, insert, update, delete on ${schema}.recognition, ${schema}.renewal, ${schema}.renewal_key, ${schema}.presence to ${role}, ${definer};
grant create on schema ${door} to ${definer};

-- What the page of a visit must know of lost words. 'asked' | 'given': somebody has asked for new ones, or has got them, and this page was not opened by them.
create function ${door}.lost(p_thread uuid, p_renewed boolean) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select case
    when p_renewed then null
    when exists (select from ${schema}.phrase p where p.thread = p_thread and p.ends_at > ${door}.moment()) then 'given'
    when exists (select from ${schema}.renewal r where r.thread = p_thread and r.state in ('asked', 'agreed', 'confirmed') and r.lapses_at > ${door}.moment()) then 'asked'
  end
$$;

-- Whether new words wait for the page of a visit.
create function ${door}.has_new_words(p_thread uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select exists (select from ${schema}.renewal r where r.fresh = p_thread and r.state = 'confirmed' and r.lapses_at > ${door}.moment())
$$;

-- As before, and what the page must know of lost words.
drop function ${door}.visited;
create function ${door}.visited(p_token_hash bytea)
  returns table (thread uuid, wrapped bytea, last_seq integer, script boolean, has_phrase boolean, state text, typing boolean, new_words boolean, lost text)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  with alive as (
    update ${schema}.visit v set expires_at = clock_timestamp() + ${door}.idle(v.script), faded = false
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
      returning v.thread, v.wrapped, v.script, v.renewed)
  select a.thread, a.wrapped, t.last_seq, a.script,
         exists (select from ${schema}.phrase p where p.thread = a.thread and p.ends_at is null), t.state,
         exists (select from ${schema}.presence p where p.thread = a.thread and p.who <> a.thread and p.typing_until > clock_timestamp()),
         ${door}.has_new_words(a.thread), ${door}.lost(a.thread, a.renewed)
    from alive a join ${schema}.thread t on t.id = a.thread
$$;

-- For many open pages at once: whether one of us writes there, whether new words wait, whether somebody has asked for new ones. Only those that have something to say.
create function ${door}.signs(p_token_hashes bytea[])
  returns table (token_hash bytea, typing boolean, new_words boolean, lost text)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  select s.* from (
    select v.token_hash,
           exists (select from ${schema}.presence p where p.thread = v.thread and p.who <> v.thread and p.typing_until > clock_timestamp()) as typing,
           ${door}.has_new_words(v.thread) as new_words,
           ${door}.lost(v.thread, v.renewed) as lost
      from ${schema}.visit v
      where v.token_hash = any (p_token_hashes) and v.wrapped is not null and v.expires_at > clock_timestamp()) s
    where s.typing or s.new_words or s.lost is not null
$$;

-- She writes: seen for a few seconds by those who have the conversation open. No sign of life.
create function ${door}.typing(p_token_hash bytea) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  insert into ${schema}.presence as p (thread, who, here_until, typing_until)
    select v.thread, v.thread, clock_timestamp() + interval '6 seconds', clock_timestamp() + interval '6 seconds'
      from ${schema}.visit v join ${schema}.thread t on t.id = v.thread
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
    on conflict (thread, who) do update set here_until = excluded.here_until, typing_until = excluded.typing_until
$$;

-- The line to the page broke: three minutes to come back, no more.
drop function ${door}.fade;
create function ${door}.fade(p_token_hash bytea) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  update ${schema}.visit set expires_at = least(expires_at, clock_timestamp() + interval '3 minutes'), faded = true
    where token_hash = p_token_hash and wrapped is not null
$$;

-- The words that lead back; new ones replace the old. Words that were replaced through a question go on until their day. Answers: ok | gone | taken.
drop function ${door}.set_phrase;
create function ${door}.set_phrase(p_token_hash bytea, p_scheme integer, p_lookup bytea, p_wrapped bytea) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_renewed boolean;
begin
  select v.thread, v.renewed into v_thread, v_renewed from ${schema}.visit v
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp();
  if v_thread is null then return 'gone'; end if;
  if exists (select from ${schema}.phrase p where p.lookup = p_lookup) then return 'taken'; end if;
  perform from ${schema}.thread t where t.id = v_thread for update;
  if not found then return 'gone'; end if;
  delete from ${schema}.phrase p where p.thread = v_thread and p.ends_at is null;
  insert into ${schema}.phrase (thread, scheme, lookup, wrapped, renewed) values (v_thread, p_scheme, p_lookup, p_wrapped, v_renewed);
  update ${schema}.thread set returns = true where id = v_thread;
  return 'ok';
end $$;

drop function ${door}.open_by_phrase;
create function ${door}.open_by_phrase(p_lookup bytea) returns table (thread uuid, wrapped bytea)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  select p.thread, p.wrapped from ${schema}.phrase p
    where p.lookup = p_lookup and (p.ends_at is null or p.ends_at > ${door}.moment())
$$;

drop function ${door}.return_by_phrase;
create function ${door}.return_by_phrase(p_lookup bytea, p_token_hash bytea, p_visit_wrapped bytea, p_script boolean) returns integer
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  with entered as (
    insert into ${schema}.visit (token_hash, thread, wrapped, script, expires_at, renewed)
      select p_token_hash, p.thread, p_visit_wrapped, p_script, clock_timestamp() + ${door}.idle(p_script), p.renewed
        from ${schema}.phrase p where p.lookup = p_lookup and (p.ends_at is null or p.ends_at > ${door}.moment())
      on conflict (token_hash) do nothing
      returning 1)
  select count(*)::integer from entered
$$;

-- The version of her question; nothing when she has none.
create function ${door}.recognition(p_token_hash bytea) returns integer
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  select r.version from ${schema}.visit v join ${schema}.recognition r on r.thread = v.thread
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
$$;

-- A question that only she can answer, in place of an earlier one. Not from a page that was opened by new words while the old ones still lead back.
-- Answers: ok | gone | changed | wait.
create function ${door}.recognise(p_token_hash bytea, p_version integer, p_sealed bytea) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_renewed boolean;
  v_before integer;
  v_now timestamptz := ${door}.moment();
begin
  update ${schema}.visit v set expires_at = clock_timestamp() + ${door}.idle(v.script)
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
    returning v.thread, v.renewed into v_thread, v_renewed;
  if v_thread is null then return 'gone'; end if;
  perform from ${schema}.thread t where t.id = v_thread for update;
  if not found then return 'gone'; end if;
  if v_renewed and exists (select from ${schema}.phrase p where p.thread = v_thread and p.ends_at > v_now) then return 'wait'; end if;
  select r.version into v_before from ${schema}.recognition r where r.thread = v_thread;
  if coalesce(v_before, 0) + 1 <> p_version then return 'changed'; end if;
  insert into ${schema}.recognition (thread, version, sealed) values (v_thread, p_version, p_sealed)
    on conflict (thread) do update set version = p_version, sealed = p_sealed, tries = 0;
  return 'ok';
end $$;

-- The old thread and its key under the key of the thread that this page shows, when two of us have said yes.
create function ${door}.new_words(p_token_hash bytea) returns table (thread uuid, wrapped bytea)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  select r.thread, k.wrapped
    from ${schema}.visit v
    join ${schema}.renewal r on r.fresh = v.thread and r.state = 'confirmed' and r.lapses_at > ${door}.moment()
    join ${schema}.renewal_key k on k.renewal = r.id
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
    order by r.asked_at desc limit 1
$$;

-- She takes the new words; the old ones lead back some days more. Answers: ok | gone | taken.
create function ${door}.take_words(p_token_hash bytea, p_thread uuid, p_scheme integer, p_lookup bytea, p_wrapped bytea) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_renewal uuid;
  v_days integer;
  v_now timestamptz := ${door}.moment();
begin
  perform from ${schema}.thread t where t.id = p_thread for update;
  if not found then return 'gone'; end if;
  select r.id, r.keeps_days into v_renewal, v_days
    from ${schema}.visit v join ${schema}.renewal r on r.fresh = v.thread
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
      and r.thread = p_thread and r.state = 'confirmed' and r.lapses_at > v_now
    for update of r;
  if v_renewal is null then return 'gone'; end if;
  if exists (select from ${schema}.phrase p where p.lookup = p_lookup) then return 'taken'; end if;
  update ${schema}.phrase p set ends_at = v_now + make_interval(days => v_days) where p.thread = p_thread and p.ends_at is null;
  insert into ${schema}.phrase (thread, scheme, lookup, wrapped, renewed) values (p_thread, p_scheme, p_lookup, p_wrapped, true);
  delete from ${schema}.renewal_key k where k.renewal = v_renewal;
  update ${schema}.renewal r set state = 'given', ended_at = v_now where r.id = v_renewal;
  update ${schema}.thread t set returns = true, version = t.version + 1 where t.id = p_thread;
  return 'ok';
end $$;

-- The one who has the old words, or had the page open before, says that it was not she: what was asked for ends, new words stop at once, whoever came in
-- by them is shown out, and the old words lead back as ever. Those who answer see the conversation wait. Answers: ok | gone | none.
create function ${door}.stop_words(p_token_hash bytea) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_old bytea;
  v_now timestamptz := ${door}.moment();
begin
  update ${schema}.visit v set expires_at = clock_timestamp() + ${door}.idle(v.script)
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp() and not v.renewed
    returning v.thread into v_thread;
  if v_thread is null then return 'gone'; end if;
  perform from ${schema}.thread t where t.id = v_thread for update;
  if not found then return 'gone'; end if;
  select p.lookup into v_old from ${schema}.phrase p where p.thread = v_thread and p.ends_at > v_now order by p.ends_at desc limit 1;
  update ${schema}.renewal r set state = 'stopped', ended_at = v_now
    where r.thread = v_thread and (r.state in ('asked', 'agreed', 'confirmed') or (r.state = 'given' and v_old is not null));
  if not found then return 'none'; end if;
  delete from ${schema}.renewal_key k using ${schema}.renewal r where r.id = k.renewal and r.thread = v_thread;
  if v_old is not null then
    delete from ${schema}.phrase p where p.thread = v_thread and p.renewed and p.ends_at is null;
    if exists (select from ${schema}.phrase p where p.thread = v_thread and p.ends_at is null) then
      delete from ${schema}.phrase p where p.lookup = v_old;
    else
      update ${schema}.phrase p set ends_at = null where p.lookup = v_old;
    end if;
  end if;
  update ${schema}.visit v set wrapped = null, expires_at = clock_timestamp() where v.thread = v_thread and v.renewed and v.wrapped is not null;
  update ${schema}.thread t
    set state = 'open', closed_at = null, waiting_since = coalesce(t.waiting_since, v_now), version = t.version + 1
    where t.id = v_thread;
  return 'ok';
end $$;

-- As before; and what nobody had counted yet leaves that somebody got in touch, without anything that was hers.
drop function ${door}.destroy;
create function ${door}.destroy(p_token_hash bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
begin
  select v.thread into v_thread from ${schema}.visit v
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp();
  if v_thread is null then return false; end if;
  insert into ${schema}.uncounted (id, day, door, language)
    select gen_random_uuid(), (t.begun_at at time zone 'Europe/Stockholm')::date, t.door, t.language
      from ${schema}.thread t where t.id = v_thread and not t.counted and t.door <> 'change';
  delete from ${schema}.thread where id = v_thread;
  update ${schema}.visit set wrapped = null, expires_at = clock_timestamp() where thread = v_thread;
  return true;
end $$;

-- As before; and former words, keys that nobody came for, and signs whose seconds are over.
drop function ${door}.sweep;
create function ${door}.sweep() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_ended integer;
begin
  update ${schema}.visit set wrapped = null where wrapped is not null and expires_at < clock_timestamp();
  get diagnostics v_ended = row_count;
  delete from ${schema}.visit where expires_at < clock_timestamp() - interval '1 day';
  delete from ${schema}.phrase where ends_at <= clock_timestamp();
  delete from ${schema}.renewal_key k using ${schema}.renewal r where r.id = k.renewal and r.lapses_at <= clock_timestamp();
  update ${schema}.renewal set state = 'lapsed', ended_at = clock_timestamp()
    where state in ('asked', 'agreed', 'confirmed') and lapses_at <= clock_timestamp();
  delete from ${schema}.presence where here_until < clock_timestamp() - interval '1 minute';
  return v_ended;
end $$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name, p.proname from pg_proc p
      where p.pronamespace = '${door}'::regnamespace
        and p.proname in ('lost', 'has_new_words', 'visited', 'signs', 'typing', 'recognition', 'recognise', 'new_words', 'take_words', 'stop_words',
                          'fade', 'destroy', 'set_phrase', 'open_by_phrase', 'return_by_phrase', 'sweep') loop
    execute format('revoke all on function %s from public', f.name);
    if f.proname not in ('lost', 'has_new_words') then
      execute format('grant execute on function %s to %I', f.name, case when f.proname = 'sweep' then '${login}' else 'f_front' end);
    end if;
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
