-- Protected personal data: whoever is protected, or of whom nobody knows, is read with a reason.
alter table casework.person add column guard text not null default 'reason'
  check (guard in ('open', 'reason', 'head'));
alter table casework.person alter column guard drop default;
comment on column casework.person.guard is
  'How a file of hers is opened: open, with a reason (protected, or the register has not been read), or by the head alone (another identity). 22 kap. 1 and 2 §§ OSL.';

-- A number of the centre's own for whoever has neither of the others, or does not say it.
alter table casework.person add column reserve_index bytea check (octet_length(reserve_index) = 16);
create index person_by_reserve on casework.person (reserve_index) where reserve_index is not null;

create table casework.reading_reason (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  staff    uuid        not null,
  why      text        not null check (why ~ '^[a-z_]{2,30}$'),
  at       timestamptz not null,
  until_at timestamptz not null check (until_at > at),
  sealed   bytea       not null check (octet_length(sealed) between 1 and 20000)
);
comment on table casework.reading_reason is
  'Step 3. Why somebody reads the file of a person with protected personal data, in words, for half an hour. 22 kap. 1 § OSL, 14 kap. 7 § SoL.';
create index reading_reason_of on casework.reading_reason (file, staff, until_at);

grant select, insert, update, delete on casework.reading_reason to m_casework;
