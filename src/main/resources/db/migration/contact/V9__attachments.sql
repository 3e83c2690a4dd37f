-- Pictures and documents that she sends. Sealed under the thread's key; they die with it.
create table ${schema}.attachment (
  id        uuid primary key,
  thread    uuid        not null references ${schema}.thread (id) on delete cascade,
  client_id uuid        not null,
  at        timestamptz not null,
  kind      text        not null check (kind in ('picture', 'document')),
  sealed    bytea       not null check (octet_length(sealed) between 1 and 8000000),
  unique (thread, client_id)
);
comment on table ${schema}.attachment is
  'Step 1. A picture written anew without place and time, or a document as she sent it, sealed under the thread''s data key. 26 kap. 1 § OSL.';
create index attachment_of_thread on ${schema}.attachment (thread, at);

-- Who of us knows her or her family, and therefore finds nothing of her (jäv, 16 § FL).
create table ${schema}.conflict (
  thread uuid        not null references ${schema}.thread (id) on delete cascade,
  staff  uuid        not null,
  at     timestamptz not null,
  primary key (thread, staff)
);
comment on table ${schema}.conflict is
  'Step 1. A member of staff who has said that she knows the person or her family: the conversation is not there for her. 16 § FL.';
create index conflict_of_staff on ${schema}.conflict (staff);
grant select, insert, delete on ${schema}.conflict to ${role};
grant delete on ${schema}.conflict to ${definer};

grant select, insert, update, delete on ${schema}.attachment to ${role}, ${definer};
grant create on schema ${door} to ${definer};

-- A file in an open visit. Sent again it is the same file. Answers: ok | gone | full (10 in a thread's visit).
create function ${door}.attach(p_token_hash bytea, p_id uuid, p_client_id uuid, p_kind text, p_sealed bytea) returns text
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
  if not found then return 'gone'; end if;
  if exists (select from ${schema}.attachment a where a.thread = v_thread and a.client_id = p_client_id) then return 'ok'; end if;
  if (select count(*) from ${schema}.attachment a where a.thread = v_thread and a.at > v_now - interval '12 hours') >= 10 then
    return 'full';
  end if;
  insert into ${schema}.attachment (id, thread, client_id, at, kind, sealed) values (p_id, v_thread, p_client_id, v_now, p_kind, p_sealed);
  update ${schema}.thread t
    set state = 'open', closed_at = null, waiting_since = coalesce(t.waiting_since, v_now), version = t.version + 1
    where t.id = v_thread;
  return 'ok';
end $$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname = 'attach' loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
