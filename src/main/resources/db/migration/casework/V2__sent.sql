-- A form of one record (serve this decision, answer this follow-up) is kept under the record too.
alter table casework.form drop constraint form_kind_check;
alter table casework.form add constraint form_kind_check
  check (kind ~ '^[a-z_]{1,40}(/[0-9a-f-]{36})?$');

create table casework.sent (
  id      uuid primary key,
  file    uuid        not null references casework.file (id) on delete cascade,
  sent_at timestamptz not null
);
comment on table casework.sent is
  'Step 3. Which forms of a file have been sent: the same form sent twice is one step. 14 kap. 6 § SoL.';
create index sent_of_file on casework.sent (file);

grant select, insert, update, delete on casework.sent to m_casework;
