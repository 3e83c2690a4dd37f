-- Step 1, first contact: what somebody tells of danger, asked while she writes or calls.
create table ${schema}.screening (
  id      uuid primary key,
  thread  uuid        not null references ${schema}.thread (id) on delete cascade,
  version integer     not null check (version > 0),
  author  uuid        not null,
  at      timestamptz not null,
  sealed  bytea       not null check (octet_length(sealed) between 1 and 60000),
  unique (thread, version)
);
comment on table ${schema}.screening is
  'Step 1. What somebody has told of danger (initial riskbedömning), every time it was asked: answers and own words, sealed under the conversation''s key; they die with it. 14 kap. 4 § SoL; 26 kap. 1 § OSL.';

-- no update: what was told once is never written over
grant select, insert, delete on ${schema}.screening to ${role};
