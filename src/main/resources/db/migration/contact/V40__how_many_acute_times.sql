-- Step 1, the reception: how many acute times a weekday is to have ("Akuta tider erbjuds varje dag"). Where nobody has said, the setting counts.
create table ${schema}.acute_wanted (
  id      uuid     primary key,
  weekday smallint not null unique check (weekday between 1 and 7),
  times   smallint not null check (times between 0 and 12),
  version integer  not null default 1 check (version > 0)
);
comment on table ${schema}.acute_wanted is
  'Step 1. How many acute times (akuttider) a weekday is to have; the proposal for a week fills up to it. About nobody. 11 kap. 5 § SoL.';
grant select, insert, update on ${schema}.acute_wanted to ${role};
