-- She comes back: the file that was closed is opened again, as often as she does. Each time is a row of its own, with the closing that it ends.
create table casework.reopening (
  id        uuid primary key,
  file      uuid        not null references casework.file (id) on delete cascade,
  closed_at timestamptz not null,
  closed_by uuid        not null,
  made_at   timestamptz not null check (made_at >= closed_at),
  made_by   uuid        not null,
  why       text        not null check (why in ('came_back', 'new_violence', 'applies', 'decision_changed', 'by_mistake')),
  sealed    bytea       not null check (octet_length(sealed) between 1 and 100000)
);
comment on table casework.reopening is
  'Step 3. A closed file that was opened again, why, and the closing that ended by it. 14 kap. 2 and 3 §§ SoL.';
create index reopening_of_file on casework.reopening (file, made_at);
grant select, insert, delete on casework.reopening to m_casework;

-- What she was promised at an earlier closing has ended with it: only what still waits is one of its kind.
alter table casework.contact_again drop constraint contact_again_file_months_key;
create unique index contact_again_that_waits on casework.contact_again (file, months) where state = 'waits';
