-- Two windows of one worker are two writers: what she types in one is never written over by the other.
alter table casework.form add column page uuid;
update casework.form set page = id;
alter table casework.form alter column page set not null;
comment on column casework.form.page is 'random id of the page that saved last; names no person and no computer';
drop index casework.form_one_of_a_kind;
create unique index form_one_of_a_page on casework.form (file, kind, saved_by, page) where file is not null;

-- A note is locked when it is written. What is wrong in it is said beside it, never over it.
alter table casework.note
  add column kind  text not null default 'note' check (kind in ('note', 'correction', 'dispute')),
  add column about uuid,
  add constraint note_about check ((kind = 'note') = (about is null));
comment on table casework.note is
  'Step 3. A locked note of the journal (journalanteckning), a correction beside one, or that the person holds something in the file to be wrong. 14 kap. 3 and 6 §§ SoL.';

create table casework.working_note (
  id         uuid primary key,
  file       uuid        not null references casework.file (id) on delete cascade,
  made_by    uuid        not null,
  made_at    timestamptz not null,
  changed_at timestamptz not null check (changed_at >= made_at),
  version    integer     not null default 1 check (version > 0),
  sealed     bytea       not null check (octet_length(sealed) between 1 and 400000)
);
comment on table casework.working_note is
  'Step 3. A working note (arbetsanteckning): its writer''s alone, until she writes it in the journal or throws it away. 14 kap. 3 § SoL.';
create index working_note_of_writer on casework.working_note (file, made_by);

create table casework.informed (
  id          uuid primary key,
  file        uuid        not null references casework.file (id) on delete cascade,
  on_day      date        not null,
  how         text        not null check (how in ('told', 'read', 'copy', 'not_yet')),
  notes_until timestamptz not null,
  made_by     uuid        not null,
  made_at     timestamptz not null,
  sealed      bytea       not null check (octet_length(sealed) between 1 and 60000)
);
comment on table casework.informed is
  'Step 3. That the person has been told of the notes about her, how, and up to which; or why not yet. 14 kap. 6 § SoL.';
create index informed_of_file on casework.informed (file, made_at desc);

grant select, insert, update, delete on casework.working_note to m_casework;
grant select, insert on casework.informed to m_casework;
-- What is locked can be changed and taken out by no program; with its file it dies.
revoke update, delete on casework.note from m_casework;
