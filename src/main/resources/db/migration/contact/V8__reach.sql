-- How she may be reached without danger, and her wish to be called. 26 kap. 1 § OSL.
create table ${schema}.reach (
  thread     uuid primary key references ${schema}.thread (id) on delete cascade,
  said_at    timestamptz not null,
  said_by    uuid,
  version    integer     not null default 1 check (version > 0),
  sealed     bytea       not null check (octet_length(sealed) between 1 and 20000)
);
comment on table ${schema}.reach is
  'Step 1. How she may be reached without danger (trygg kontakt), sealed under the thread''s key: rule, number, code words. Dies with the thread. 26 kap. 1 § OSL.';

create table ${schema}.callback (
  thread    uuid primary key references ${schema}.thread (id) on delete cascade,
  wished_at timestamptz not null,
  from_at   timestamptz not null,
  until_at  timestamptz not null check (until_at > from_at),
  state     text        not null default 'wished' check (state in ('wished', 'reached', 'stopped', 'given_up', 'taken_back')),
  missed    integer     not null default 0 check (missed >= 0),
  ended_at  timestamptz,
  version   integer     not null default 1 check (version > 0),
  check ((state = 'wished') = (ended_at is null))
);
comment on table ${schema}.callback is
  'Step 1. A call that was promised: when, how often it was tried. The number is in the sealed part of reach. 11 kap. 5 § SoL.';
create index callback_due on ${schema}.callback (from_at) where state = 'wished';

create table ${schema}.call (
  id      uuid primary key,
  thread  uuid        not null references ${schema}.thread (id) on delete cascade,
  at      timestamptz not null,
  staff   uuid        not null,
  outcome text        check (outcome in ('reached', 'no_answer', 'somebody_else', 'not_alone', 'wrong_number'))
);
comment on table ${schema}.call is
  'Step 1. A call of ours: each time the number was shown to somebody, and what came of it. 14 kap. 7 § SoL.';
create index call_of_thread on ${schema}.call (thread, at);

grant select, insert, update, delete on ${schema}.reach, ${schema}.callback, ${schema}.call to ${role};
grant select, insert, update, delete on ${schema}.reach, ${schema}.callback, ${schema}.call to ${definer};
grant create on schema ${door} to ${definer};

-- What she has said before, for the page that holds her key. A sign of life is given by what it is asked with.
create function ${door}.reach(p_token_hash bytea)
  returns table (version integer, sealed bytea, state text, from_at timestamptz, until_at timestamptz)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  select r.version, r.sealed, c.state, c.from_at, c.until_at
    from ${schema}.visit v
    left join ${schema}.reach r on r.thread = v.thread
    left join ${schema}.callback c on c.thread = v.thread
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
$$;

-- She wishes to be called. The text is sealed for its version; whoever was first wins. Answers: ok | gone | changed.
create function ${door}.wish_call(p_token_hash bytea, p_version integer, p_sealed bytea, p_from timestamptz, p_until timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_before integer;
  v_now timestamptz := ${door}.moment();
begin
  update ${schema}.visit v set expires_at = v_now + ${door}.idle(v.script)
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > v_now
    returning v.thread into v_thread;
  if v_thread is null then return 'gone'; end if;
  perform from ${schema}.thread t where t.id = v_thread for update;
  if not found then return 'gone'; end if;
  select r.version into v_before from ${schema}.reach r where r.thread = v_thread;
  if coalesce(v_before, 0) + 1 <> p_version then return 'changed'; end if;
  insert into ${schema}.reach (thread, said_at, version, sealed) values (v_thread, v_now, p_version, p_sealed)
    on conflict (thread) do update set said_at = v_now, said_by = null, version = p_version, sealed = p_sealed;
  insert into ${schema}.callback (thread, wished_at, from_at, until_at) values (v_thread, v_now, p_from, p_until)
    on conflict (thread) do update
      set wished_at = v_now, from_at = p_from, until_at = p_until, state = 'wished', missed = 0, ended_at = null, version = ${schema}.callback.version + 1;
  update ${schema}.thread t set version = t.version + 1, state = 'open', closed_at = null where t.id = v_thread;
  return 'ok';
end $$;

-- She takes the wish back: nobody calls. Answers: ok | gone.
create function ${door}.unwish_call(p_token_hash bytea) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_thread uuid;
  v_now timestamptz := ${door}.moment();
begin
  update ${schema}.visit v set expires_at = v_now + ${door}.idle(v.script)
    where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > v_now
    returning v.thread into v_thread;
  if v_thread is null then return 'gone'; end if;
  perform from ${schema}.thread t where t.id = v_thread for update;
  update ${schema}.callback c set state = 'taken_back', ended_at = v_now, version = c.version + 1
    where c.thread = v_thread and c.state = 'wished';
  update ${schema}.thread t set version = t.version + 1 where t.id = v_thread;
  return 'ok';
end $$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('reach', 'wish_call', 'unwish_call') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
