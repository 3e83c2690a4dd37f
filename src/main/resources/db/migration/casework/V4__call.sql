-- Each time the number of somebody with a name was shown to one of us, and what came of the call.
create table casework.call (
  id      uuid primary key,
  file    uuid        not null references casework.file (id) on delete cascade,
  at      timestamptz not null,
  staff   uuid        not null,
  outcome text        check (outcome in ('reached', 'no_answer', 'somebody_else', 'not_alone', 'wrong_number'))
);
comment on table casework.call is
  'Step 3. A call to somebody with a name: when her number was shown, to whom, and what came of it. 26 kap. 1 § OSL, 14 kap. 7 § SoL.';
create index call_of_file on casework.call (file, at);

grant select, insert, update, delete on casework.call to m_casework;
