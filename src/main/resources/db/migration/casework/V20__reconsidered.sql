-- A late appeal that is tried all the same, and what the reconsidering came to before an appeal goes to the court.
do $$
declare
  rule name;
begin
  select conname into strict rule from pg_constraint
    where conrelid = 'casework.appeal'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%late =%';
  execute format('alter table casework.appeal drop constraint %I', rule);
end $$;
alter table casework.appeal
  add column excused text check (excused in ('told_wrongly', 'reached_court')),
  add column reconsidered text check (reconsidered in ('unchanged', 'changed')),
  add check (excused is null or late),
  add check ((late and excused is null) = (state in ('dismissal_draft', 'dismissed')));
comment on column casework.appeal.excused is
  'Why a late appeal is not dismissed: we told wrongly how to appeal, or it reached the court in time. 45 § andra stycket FL.';
comment on column casework.appeal.reconsidered is
  'Whether the decision was changed before the appeal went to the court (omprövning). 37-39 §§ FL.';

-- A decision that is changed is a new decision, which stands instead of the old one; the old one is not changed.
alter table casework.decision drop constraint decision_investigation_key;
alter table casework.decision
  add column replaces uuid unique references casework.decision (id) on delete cascade,
  add check (replaces <> id);
comment on column casework.decision.replaces is
  'The decision that this one stands instead of (ändring av beslut). 37-39 §§ FL, 14 kap. 9 § SoL.';
create unique index decision_once on casework.decision (investigation) where replaces is null;

create table casework.correction (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  decision uuid        not null references casework.decision (id) on delete cascade,
  made_at  timestamptz not null,
  made_by  uuid        not null,
  sealed   bytea       not null check (octet_length(sealed) between 1 and 60000)
);
comment on table casework.correction is
  'Step 3. That an obvious slip in a decision is put right, beside it (rättelse). 36 § FL.';
create index correction_of_file on casework.correction (file, made_at);

grant select, insert, update, delete on casework.correction to m_casework;
