-- Step 3, casework: the child's road. Nothing has ever been written to the table that this replaces.
drop table casework.report;

create table casework.report (
  id            uuid primary key,
  file          uuid        not null references casework.file (id) on delete cascade,
  part          text        not null check (part in ('made', 'received')),
  handled       text        not null check (handled in ('here', 'elsewhere')),
  municipality  text        not null check (municipality ~ '^[0-9]{4}$'),
  arose_at      timestamptz not null,
  made_by       uuid        not null,
  sent_at       timestamptz check (sent_at >= arose_at),
  receipt_on    date,
  protection_on date,
  outcome       text        check (outcome in ('opened', 'not_opened', 'ongoing')),
  outcome_on    date,
  asked_on      date,
  told_on       date        check (told_on >= asked_on),
  due_at        timestamptz,
  version       integer     not null default 1 check (version > 0),
  sealed        bytea       not null check (octet_length(sealed) between 1 and 200000),
  check (part = 'made' or (handled = 'here' and sent_at is not null)),
  check ((outcome is null) = (outcome_on is null)),
  check (told_on is null or asked_on is not null),
  check (due_at is null or (part = 'made' and handled = 'elsewhere' and receipt_on is null and outcome is null))
);
comment on table casework.report is
  'Step 3. A report of concern about a child (orosanmälan): made, in the file where it was learned, or received, in the child''s own. 19 kap. 1 and 6 §§, 20 kap. 1 and 2 §§ SoL.';
create index report_of_file on casework.report (file);
create index report_due on casework.report (due_at) where due_at is not null;
create index report_unanswered on casework.report (file) where outcome is null;

grant select, insert, update, delete on casework.report to m_casework;
