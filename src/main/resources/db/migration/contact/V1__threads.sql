-- Step 1, contact. Run once per side: schema ${schema}, answered through the login ${login}, reached from the public face through ${door}.
grant usage on schema ${schema} to ${role}, ${definer};

create table ${schema}.thread (
  id            uuid primary key,
  language      text        not null check (language in ('sv', 'en')),
  state         text        not null default 'open' check (state in ('open', 'closed')),
  begun_at      timestamptz not null,
  last_seq      integer     not null default 0 check (last_seq >= 0),
  last_from     text        not null default 'person' check (last_from in ('person', 'staff')),
  waiting_since timestamptz,
  answered_at   timestamptz,
  answerer      uuid,
  returns       boolean     not null default false,
  closed_at     timestamptz,
  version       integer     not null default 1
);
comment on table ${schema}.thread is
  'Step 1. A conversation with someone without a name: states and times only. Advice without documentation, 14 kap. 4 § SoL; 11 kap. 5 § SoL. It has and must never have a column for a name, number, address or device.';
create index thread_waiting on ${schema}.thread (waiting_since) where waiting_since is not null;

create table ${schema}.message (
  thread    uuid        not null references ${schema}.thread (id) on delete cascade,
  seq       integer     not null check (seq > 0),
  client_id uuid        not null,
  sender    text        not null check (sender in ('person', 'staff')),
  author    uuid,
  at        timestamptz not null,
  sealed    bytea       not null check (octet_length(sealed) between 1 and 40000),
  primary key (thread, seq),
  unique (thread, client_id)
);
comment on table ${schema}.message is
  'Step 1. What was said, sealed under the thread''s data key and padded to steps of 256 bytes. 26 kap. 1 § OSL.';

create table ${schema}.data_key (
  id      uuid primary key references ${schema}.thread (id) on delete cascade,
  kek     text  not null,
  wrapped bytea not null
);
comment on table ${schema}.data_key is
  'Step 1. The wrapped key of each thread. Deleting the row destroys the thread''s words in every copy; never part of a data backup.';

create table ${schema}.phrase (
  thread  uuid primary key references ${schema}.thread (id) on delete cascade,
  scheme  integer not null,
  lookup  bytea   not null unique check (octet_length(lookup) = 32),
  wrapped bytea   not null
);
comment on table ${schema}.phrase is
  'Step 1. The way back by four words: a lookup and the thread''s key wrapped under the words. Exported with the keys, never with the data.';

create table ${schema}.visit (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  thread     uuid        not null,
  wrapped    bytea,
  script     boolean     not null,
  expires_at timestamptz not null
);
comment on table ${schema}.visit is
  'Step 1. One open page and the thread''s key wrapped for it. When the visit has ended the key is gone and the row stays a day as a mark, so that a page sent again begins nothing. Never part of a backup.';
create index visit_expiry on ${schema}.visit (expires_at);

grant select, insert, update, delete on ${schema}.thread, ${schema}.message, ${schema}.data_key to ${role};
grant select, insert, update, delete on ${schema}.phrase, ${schema}.visit to ${role};
grant select, insert, update, delete on all tables in schema ${schema} to ${definer};
