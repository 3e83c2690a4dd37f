-- Step 1, the centre's side: who has taken a conversation, calls and walk-ins, who was asked in, notes among colleagues, names towards the person.
create table ${schema}.handling (
  thread         uuid primary key references ${schema}.thread (id) on delete cascade,
  channel        text        not null default 'chat' check (channel in ('chat', 'phone', 'visit')),
  about          text        check (about in ('exposed', 'relative', 'change', 'professional', 'child', 'other')),
  language       text        check (language in ('sv', 'en', 'ar', 'so', 'fa', 'prs', 'ps', 'ckb', 'kmr', 'ti', 'am', 'tr', 'sq', 'bs', 'uk', 'ru', 'es', 'fi', 'sgn', 'other', 'unknown')),
  danger         boolean     not null default false,
  owner          uuid,
  taken_at       timestamptz,
  closed_because text        check (closed_because in ('intake', 'answered', 'wrong_number', 'silent', 'not_for_us', 'prank')),
  check ((owner is null) = (taken_at is null))
);
comment on table ${schema}.handling is
  'Step 1. What those who answer note of a conversation, a call or a walk-in: codes, a flag and who has it. No identity. 14 kap. 4 § SoL.';

create table ${schema}.note (
  id     uuid primary key,
  thread uuid        not null references ${schema}.thread (id) on delete cascade,
  kind   text        not null default 'note' check (kind in ('note', 'handover')),
  author uuid        not null,
  at     timestamptz not null,
  sealed bytea       not null check (octet_length(sealed) between 1 and 40000)
);
comment on table ${schema}.note is
  'Step 1. Notes among colleagues on a conversation, sealed under its key; they die with it, and the person never sees them. 26 kap. 1 § OSL.';
create index note_of_thread on ${schema}.note (thread, at);

create table ${schema}.invitation (
  id           uuid primary key,
  thread       uuid        not null references ${schema}.thread (id) on delete cascade,
  staff        uuid        not null,
  role         text        not null check (role in ('caseworker', 'treatment_worker', 'change_worker', 'nurse', 'police_officer', 'ngo_worker')),
  invited_by   uuid        not null,
  invited_at   timestamptz not null,
  seq          integer     not null check (seq > 0),
  delivered_at timestamptz,
  answer       text        check (answer in ('yes', 'no')),
  answered_at  timestamptz,
  ended_at     timestamptz,
  check ((answer is null) = (answered_at is null))
);
comment on table ${schema}.invitation is
  'Step 1. A colleague of another competence asked into a conversation: the person is told in it and asked first. 10 kap. 1 § OSL (her consent).';
create index invitation_of_thread on ${schema}.invitation (thread);
create unique index invitation_open on ${schema}.invitation (thread, staff) where ended_at is null;
create index invitation_of_staff on ${schema}.invitation (staff) where ended_at is null;
create index invitation_undelivered on ${schema}.invitation (thread) where delivered_at is null and ended_at is null;

create table ${schema}.alias (
  staff uuid primary key,
  signature text not null check (signature in ('Alva', 'Bo', 'Cleo', 'Dani', 'Eli', 'Fria', 'Gry', 'Hilma', 'Ila', 'Jona', 'Kim', 'Lo', 'Mika', 'Noa', 'Olu', 'Pia', 'Robin', 'Sam', 'Tove', 'Uma', 'Vide', 'Ylva', 'Ze', 'Ari'))
);
comment on table ${schema}.alias is
  'Step 1. By which name of a closed list a member of staff signs towards people who write: never her own. E3, staff safety.';

grant select, insert, update, delete on ${schema}.handling, ${schema}.note, ${schema}.invitation, ${schema}.alias to ${role};
grant select, update on ${schema}.invitation to ${definer};

-- What is new for many open pages at once, as before; and with it the mark that an announcement stands on her page. It is set when her page
-- asks for what comes after it, or, without a script, when it is put on the page; and only while nothing of ours has come after it, since who
-- comes back by words is shown the latest answer alone.
grant create on schema ${door} to ${definer};
drop function ${door}.newer;
create function ${door}.newer(p_token_hashes bytea[], p_after integer[])
  returns table (token_hash bytea, thread uuid, seq integer, client_id uuid, sender text, at timestamptz, sealed bytea)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  with told as (
    select i.id from unnest(p_token_hashes, p_after) as asked (hash, after)
      join ${schema}.visit v on v.token_hash = asked.hash and v.wrapped is not null and v.expires_at > clock_timestamp()
      join ${schema}.invitation i on i.thread = v.thread and i.delivered_at is null and i.ended_at is null
      where (asked.after >= i.seq or not v.script)
        and not exists (select from ${schema}.message l where l.thread = i.thread and l.sender = 'staff' and l.seq > i.seq)
      for update of i skip locked),
  marked as (
    update ${schema}.invitation i set delivered_at = ${door}.moment() from told where i.id = told.id)
  select v.token_hash, m.thread, m.seq, m.client_id, m.sender, m.at, m.sealed
    from unnest(p_token_hashes, p_after) as asked (hash, after)
    join ${schema}.visit v on v.token_hash = asked.hash and v.wrapped is not null and v.expires_at > clock_timestamp()
    join ${schema}.message m on m.thread = v.thread and m.seq > asked.after
    order by m.thread, m.seq
$$;
do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = '${door}'::regnamespace and p.proname = 'newer' loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
