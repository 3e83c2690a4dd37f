-- Step 1, the desk: who has come through the door and waits, without a name; whether those who have a time came; what of it is counted.
create table ${schema}.lobby (
  id          uuid        primary key,
  sign        text        not null check (sign ~ '^(blue|green|yellow|white|grey)_[1-6]$'),
  came_at     timestamptz not null,
  until_at    timestamptz not null,
  house       smallint    not null check (house between 1 and 9),
  meeting     uuid        unique references ${schema}.meeting (id) on delete cascade,
  children    smallint    not null check (children between 0 and 9),
  language    text        not null check (language in ('sv', 'en', 'ar', 'so', 'fa', 'prs', 'ps', 'ckb', 'kmr', 'ti', 'am', 'tr', 'sq', 'bs', 'uk', 'ru', 'es', 'fi', 'sgn', 'other', 'unknown')),
  interpreter boolean     not null,
  room        uuid        references ${schema}.room (id),
  seated_at   timestamptz,
  became      text        check (became in ('conversation', 'intake', 'nothing')),
  left_at     timestamptz,
  version     integer     not null default 1 check (version > 0),
  check (until_at > came_at),
  check ((room is null) = (seated_at is null))
);
comment on table ${schema}.lobby is
  'Step 1. Somebody in the waiting room (väntrum), by the sign that she was given: a colour and a number. Nothing of who she is has a column. Gone after the day; counters stay. 11 kap. 5 § SoL.';
-- one card, one room: whoever comes second finds it taken, whatever the program believed
create unique index lobby_sign on ${schema}.lobby (sign) where left_at is null;
create unique index lobby_room on ${schema}.lobby (room) where left_at is null and room is not null;

create table ${schema}.arrival (
  meeting uuid        primary key references ${schema}.meeting (id) on delete cascade,
  state   text        not null check (state in ('came', 'late', 'absent')),
  at      timestamptz,
  by      uuid,
  version integer     not null default 1 check (version > 0)
);
comment on table ${schema}.arrival is
  'Step 1. Whether she who has a time came, said that she is late, or did not come. When and who wrote it is gone after the day.';

create table ${schema}.arrival_count (
  month  date    not null check (extract(day from month) = 1),
  what   text    not null check (what in ('came', 'came_late', 'did_not_come', 'walked_in', 'conversation', 'intake', 'nothing')),
  number integer not null check (number >= 0),
  primary key (month, what)
);
comment on table ${schema}.arrival_count is
  'Step 1. How many came, came late, did not come, came without a time and what that became, by month: what the waiting room leaves behind.';

grant select, insert, update, delete on ${schema}.lobby, ${schema}.arrival, ${schema}.arrival_count to ${role};
grant select on ${schema}.lobby to ${definer};

-- Whether somebody of this side comes to a house, is there or leaves it within these times: yes or no, and nothing else. Who has come without a
-- time is there as much as one who has one.
grant create on schema ${door} to ${definer};
drop function ${door}.occupied;
create function ${door}.occupied(p_house integer, p_from timestamptz[], p_until timestamptz[]) returns boolean[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select coalesce(array_agg(
      exists (
        select from ${schema}.meeting m join ${schema}.room r on r.id = m.room
          where r.house = p_house and m.state = 'booked' and m.from_at < asked.until_at and m.until_at > asked.from_at)
      or exists (
        select from ${schema}.lobby l
          where l.house = p_house and l.left_at is null and l.came_at < asked.until_at and l.until_at > asked.from_at)
      order by asked.place), '{}')
    from unnest(p_from, p_until) with ordinality as asked (from_at, until_at, place)
$$;
revoke all on function ${door}.occupied from public;
grant execute on function ${door}.occupied to f_front;
alter function ${door}.occupied owner to ${definer};
revoke create on schema ${door} from ${definer};
