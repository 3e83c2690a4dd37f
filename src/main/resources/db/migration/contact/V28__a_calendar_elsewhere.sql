-- Step 1, a calendar elsewhere. Somebody who receives may let the calendar of her own telephone fetch when she is taken, by an address with a
-- secret in it. Nobody has it unless she asks: what lies with somebody else tells when the house is full and where she sits.
create table ${schema}.feed (
  worker      uuid        primary key references ${schema}.worker (id) on delete cascade,
  secret_hash bytea       not null unique check (octet_length(secret_hash) = 32),
  language    text        not null check (language in ('sv', 'en')),
  made_at     timestamptz not null,
  fetched_on  date,
  version     integer     not null default 1 check (version > 0)
);
comment on table ${schema}.feed is
  'Step 1. The address by which a calendar elsewhere fetches when somebody of ours is taken (kalenderprenumeration): only the hash of its secret. About nobody who seeks support.';

grant select, insert, update, delete on ${schema}.feed to ${role};
