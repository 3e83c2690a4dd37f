-- A party has asked to see the file: what was given, what was left out, and by which paragraph (partsinsyn).
create table casework.insight (
  id         uuid primary key,
  file       uuid        not null references casework.file (id) on delete cascade,
  asked_on   date        not null,
  asked_by   text        not null check (asked_by in ('self', 'spokesperson', 'guardian')),
  outcome    text        not null check (outcome in ('given', 'partly', 'refused')),
  paragraph  text        check (paragraph in ('party', 'guardian', 'secret')),
  decided_by uuid        not null,
  decided_at timestamptz not null,
  sealed     bytea       not null check (octet_length(sealed) between 1 and 400000),
  check ((outcome = 'given') = (paragraph is null))
);
comment on table casework.insight is
  'Step 3. A party''s insight (partsinsyn): which parts of the file were given and which were left out, by which paragraph, and why; never changed. 10 § FL, 10 kap. 3 § and 12 kap. 3 § OSL.';
create index insight_of_file on casework.insight (file, decided_at desc);
grant select, insert on casework.insight to m_casework;
