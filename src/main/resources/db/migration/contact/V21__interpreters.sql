-- Step 1, interpreters. Only an agency of the register gives one: there is no column in which anybody could be named, neither the interpreter
-- nor, to the agency, the person.
create table ${schema}.agency (
  id          uuid    primary key,
  name        text    not null unique check (length(name) between 1 and 60),
  phone       text    not null check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  languages   text[]  not null check (cardinality(languages) between 1 and 60),
  reviewed_on date    not null,
  in_use      boolean not null default true,
  version     integer not null default 1 check (version > 0)
);
comment on table ${schema}.agency is
  'Step 1. An agency of interpreters (tolkförmedling) that the centre orders from: an organisation, about nobody. 13 § förvaltningslagen.';

create table ${schema}.interpreter (
  meeting     uuid        primary key references ${schema}.meeting (id) on delete cascade,
  reference   text        not null unique check (reference ~ '^[A-HJ-NP-Z2-9]{8}$'),
  language    text        not null check (language ~ '^[a-z]{2,3}$'),
  dialect     text        check (dialect ~ '^[a-z]{2,3}-[a-z]{2,12}$'),
  gender      text        check (gender in ('woman', 'man')),
  elsewhere   boolean     not null,
  way         text        not null check (way in ('on_site', 'phone', 'video')),
  state       text        not null
    check (state in ('needed', 'ordered', 'confirmed', 'cancelled', 'called_off', 'came', 'no_show', 'unsuitable')),
  agency      uuid        references ${schema}.agency (id),
  number      text        check (number ~ '^[0-9]{2,10}$'),
  ordered_for timestamptz,
  changed_at  timestamptz not null,
  changed_by  uuid        not null,
  version     integer     not null default 1 check (version > 0),
  check (state in ('needed', 'called_off') or (agency is not null and ordered_for is not null)),
  check (state not in ('confirmed', 'came', 'no_show', 'unsuitable') or number is not null)
);
comment on table ${schema}.interpreter is
  'Step 1. The interpreter (tolk) beside a booked time: language, wishes, state, and the agency''s number of the interpreter. No name of anybody. 13 § förvaltningslagen.';

grant select, insert, update, delete on ${schema}.agency, ${schema}.interpreter to ${role};
