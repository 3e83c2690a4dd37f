-- Step 3, casework. Answered through the login f_support; written by the role m_casework.
grant usage on schema casework to m_casework;

create table casework.person (
  id              uuid primary key,
  number_index    bytea       check (octet_length(number_index) = 16),
  telephone_index bytea       check (octet_length(telephone_index) = 16),
  made_at         timestamptz not null,
  version         integer     not null default 1 check (version > 0),
  sealed          bytea       not null check (octet_length(sealed) between 1 and 60000)
);
comment on table casework.person is
  'Step 3. Who somebody is, sealed: name, number, telephone, address, how to make contact safely. Found by exact value only. 14 kap. 7 § SoL.';
create index person_by_number on casework.person (number_index) where number_index is not null;
create index person_by_telephone on casework.person (telephone_index) where telephone_index is not null;

create table casework.file (
  id            uuid primary key,
  person        uuid        not null references casework.person (id),
  kind          text        not null check (kind in ('adult', 'child')),
  municipality  text        not null check (municipality ~ '^[0-9]{4}$'),
  state         text        not null default 'open' check (state in ('open', 'closed')),
  responsible   uuid,
  number_index  bytea       not null check (octet_length(number_index) = 16),
  risk          text        check (risk in ('low', 'medium', 'high')),
  risk_until    date,
  opened_at     timestamptz not null,
  opened_by     uuid        not null,
  closed_at     timestamptz,
  closed_by     uuid,
  noted_at      timestamptz not null,
  version       integer     not null default 1 check (version > 0),
  sealed_version integer    not null default 1 check (sealed_version > 0),
  sealed        bytea       not null check (octet_length(sealed) between 1 and 60000),
  check ((state = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (closed_by is null)),
  check ((risk is null) = (risk_until is null))
);
comment on table casework.file is
  'Step 3. The file of one adult or one child (personakt). The way back to the intake stands in the sealed part only. 14 kap. 3 § SoL.';
create unique index file_by_number on casework.file (number_index);
create index file_of_person on casework.file (person);
create index file_closed on casework.file (noted_at) where state = 'closed';
create index file_by_opened on casework.file (opened_at desc);

create table casework.form (
  id        uuid primary key,
  file      uuid        references casework.file (id) on delete cascade,
  kind      text        not null check (kind ~ '^[a-z_]{1,40}$'),
  saved_by  uuid        not null,
  saved_at  timestamptz not null,
  version   integer     not null default 1 check (version > 0),
  sealed    bytea       not null check (octet_length(sealed) between 1 and 400000)
);
comment on table casework.form is
  'Step 3. What somebody is writing and has not sent: kept as one types, sealed. 14 kap. 6 § SoL.';
create unique index form_one_of_a_kind on casework.form (file, kind, saved_by) where file is not null;
create index form_of_staff on casework.form (saved_by);

create table casework.data_key (
  id      uuid primary key,
  file    uuid references casework.file (id) on delete cascade,
  person  uuid references casework.person (id) on delete cascade,
  form    uuid references casework.form (id) on delete cascade,
  kek     text  not null,
  wrapped bytea not null,
  check (num_nonnulls(file, person, form) = 1 and id = coalesce(file, person, form))
);
comment on table casework.data_key is
  'Step 3. The wrapped key of each person, file and form without a file. Deleting the row destroys the words in every copy; never part of a data backup. 14 kap. 7 § SoL.';
create index data_key_of_file on casework.data_key (file) where file is not null;
create index data_key_of_person on casework.data_key (person) where person is not null;
create index data_key_of_form on casework.data_key (form) where form is not null;

create table casework.assignment (
  id        uuid primary key,
  file      uuid        not null references casework.file (id) on delete cascade,
  staff     uuid        not null,
  relation  text        not null check (relation in ('responsible', 'investigates', 'delivers')),
  from_at   timestamptz not null,
  to_at     timestamptz check (to_at >= from_at)
);
comment on table casework.assignment is
  'Step 3. Who does what in a file, and who did: from it follows who may open it. 14 kap. 7 § SoL.';
create unique index assignment_once on casework.assignment (file, staff, relation) where to_at is null;
create index assignment_of_staff on casework.assignment (staff) where to_at is null;

create table casework.consent (
  id           uuid primary key,
  file         uuid        not null references casework.file (id) on delete cascade,
  subject      text        not null check (subject in ('register', 'share')),
  given_on     date        not null,
  ends_on      date        not null check (ends_on >= given_on),
  withdrawn_at timestamptz,
  made_by      uuid        not null,
  made_at      timestamptz not null,
  version      integer     not null default 1 check (version > 0),
  sealed       bytea       not null check (octet_length(sealed) between 1 and 60000)
);
comment on table casework.consent is
  'Step 3. What the person has agreed to (samtycke), for how long. Nobody is investigated against her will. A-INV-02, A-INV-13.';
create index consent_of_file on casework.consent (file);

create table casework.assessment (
  id                 uuid primary key,
  file               uuid        not null references casework.file (id) on delete cascade,
  instrument         text        not null check (instrument ~ '^[a-z0-9.-]{1,60}$'),
  instrument_version text        not null check (instrument_version ~ '^[0-9][0-9.]{0,10}$'),
  level              text        not null check (level in ('low', 'medium', 'high')),
  unknowns           integer     not null check (unknowns >= 0),
  made_by            uuid        not null,
  made_at            timestamptz not null,
  valid_until        date        not null,
  sealed             bytea       not null check (octet_length(sealed) between 1 and 200000)
);
comment on table casework.assessment is
  'Step 3. A risk assessment (hot- och riskbedömning), never changed; a new one is a new row. HSLF-FS 2022:39.';
create index assessment_of_file on casework.assessment (file, made_at desc);

create table casework.investigation (
  id           uuid primary key,
  file         uuid        not null references casework.file (id) on delete cascade,
  investigator uuid        not null,
  act          text        not null check (act ~ '^[A-Z0-9_]{2,20}$'),
  state        text        not null default 'open' check (state in ('open', 'concluded', 'discontinued')),
  opened_at    timestamptz not null,
  opened_by    uuid        not null,
  concluded_at timestamptz check (concluded_at >= opened_at),
  version      integer     not null default 1 check (version > 0),
  sealed       bytea       not null check (octet_length(sealed) between 1 and 200000),
  check ((state = 'open') = (concluded_at is null))
);
comment on table casework.investigation is
  'Step 3. The investigation (utredning): violence mapping and needs are in the sealed part. 14 kap. 2 § SoL.';
create unique index investigation_one_open on casework.investigation (file) where state = 'open';
create index investigation_of_file on casework.investigation (file);

create table casework.decision (
  id             uuid primary key,
  file           uuid        not null references casework.file (id) on delete cascade,
  investigation  uuid        not null unique references casework.investigation (id),
  outcome        text        not null check (outcome in ('granted', 'partly', 'denied')),
  types          text[]      not null,
  ground         text        not null check (ground ~ '^[a-z0-9_.-]{2,60}$'),
  prepared_by    uuid        not null,
  decided_by     uuid        not null,
  decided_at     timestamptz not null,
  served_on      date,
  appeal_strict  date,
  appeal_legal   date,
  assessment     uuid        not null references casework.assessment (id),
  confirmed      boolean     not null default false,
  version        integer     not null default 1 check (version > 0),
  sealed         bytea       not null check (octet_length(sealed) between 1 and 200000),
  check ((served_on is null) = (appeal_strict is null) and (served_on is null) = (appeal_legal is null)),
  check (appeal_legal >= appeal_strict and appeal_strict >= served_on),
  check ((outcome = 'denied') = (cardinality(types) = 0))
);
comment on table casework.decision is
  'Step 3. The decision (beslut): section of law, delegate, last day to appeal; the motive is sealed. 11 kap. 1 § SoL, 31-34 §§ FL.';
create index decision_of_file on casework.decision (file);

create table casework.appeal (
  id          uuid primary key,
  file        uuid        not null references casework.file (id) on delete cascade,
  decision    uuid        not null unique references casework.decision (id),
  received_on date        not null,
  late        boolean     not null,
  state       text        not null check (state in ('dismissal_draft', 'dismissed', 'to_hand_over', 'handed_over')),
  handled_at  timestamptz,
  handled_by  uuid,
  version     integer     not null default 1 check (version > 0),
  sealed      bytea       not null check (octet_length(sealed) between 1 and 200000),
  check (late = (state in ('dismissal_draft', 'dismissed'))),
  check ((handled_at is not null) = (state in ('dismissed', 'handed_over')))
);
comment on table casework.appeal is
  'Step 3. An appeal (överklagande): in time it is handed over to the court, late it is dismissed (avvisning). 44-46 §§ FL.';
create index appeal_of_file on casework.appeal (file);

create table casework.support (
  id           uuid primary key,
  file         uuid        not null references casework.file (id) on delete cascade,
  decision     uuid        references casework.decision (id),
  type         text        not null check (type ~ '^[a-z_]{2,40}$'),
  level        text        not null check (level in ('service', 'assessed')),
  provider     text        not null check (provider in ('own', 'ngo', 'other')),
  delivered_by uuid,
  horizon      text        not null check (horizon in ('acute', 'short', 'long')),
  granted_on   date        not null,
  begins_on    date        check (begins_on >= granted_on),
  ended_on     date        check (ended_on >= begins_on),
  version      integer     not null default 1 check (version > 0),
  sealed       bytea       not null check (octet_length(sealed) between 1 and 60000),
  check ((level = 'assessed') = (decision is not null)),
  check (provider <> 'own' or delivered_by is not null),
  check (ended_on is null or begins_on is not null)
);
comment on table casework.support is
  'Step 3. A support (insats) of a type in the catalogue, as a service or under a decision, and who delivers it. 11 kap. 1 and 5 §§ SoL.';
create index support_of_file on casework.support (file);

create table casework.follow_up (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  due_on   date        not null,
  done_at  timestamptz,
  done_by  uuid,
  need_met text        check (need_met in ('yes', 'partly', 'no', 'unknown')),
  version  integer     not null default 1 check (version > 0),
  sealed   bytea       check (octet_length(sealed) between 1 and 60000),
  check ((done_at is null) = (need_met is null) and (done_at is null) = (done_by is null))
);
comment on table casework.follow_up is
  'Step 3. A follow-up (uppföljning): when, and whether the need was met, as the person says. HSLF-FS 2022:39.';
create index follow_up_of_file on casework.follow_up (file);

create table casework.note (
  id      uuid primary key,
  file    uuid        not null references casework.file (id) on delete cascade,
  made_by uuid        not null,
  made_at timestamptz not null,
  version integer     not null default 1 check (version > 0),
  sealed  bytea       not null check (octet_length(sealed) between 1 and 400000)
);
comment on table casework.note is
  'Step 3. A note of the journal (journalanteckning). 14 kap. 3 § SoL.';
create index note_of_file on casework.note (file, made_at desc);

create table casework.report (
  id                uuid primary key,
  file              uuid        not null references casework.file (id) on delete cascade,
  municipality      text        not null check (municipality ~ '^[0-9]{4}$'),
  handled           text        not null check (handled in ('here', 'elsewhere')),
  received_at       timestamptz not null,
  protection_due    timestamptz,
  protection_done_at timestamptz,
  preliminary_due   date,
  preliminary_legal date,
  decided_at        timestamptz,
  outcome           text        check (outcome ~ '^[a-z_]{2,40}$'),
  receipt_due       timestamptz,
  receipt_at        timestamptz,
  version           integer     not null default 1 check (version > 0),
  sealed            bytea       not null check (octet_length(sealed) between 1 and 200000)
);
comment on table casework.report is
  'Step 3. A report of concern about a child (orosanmälan) and its clocks. 19 kap. 1 §, 20 kap. 1 and 2 §§ SoL.';
create index report_of_file on casework.report (file);

create table casework.mandate (
  id        uuid primary key,
  staff     uuid        not null,
  types     text[]      not null check (cardinality(types) > 0),
  from_day  date        not null,
  until_day date        not null check (until_day >= from_day),
  given_by  uuid        not null,
  given_at  timestamptz not null
);
comment on table casework.mandate is
  'Step 3. Who may decide on what, from when to when (delegation). 30 kap. 6-8 §§ SoL.';
create index mandate_of_staff on casework.mandate (staff);

create table casework.task (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  kind     text        not null check (kind ~ '^[a-z_]{2,40}$'),
  record   uuid,
  duty     boolean     not null,
  rule     text        not null check (rule ~ '^[a-z0-9_.-]{2,60}$'),
  due_at   timestamptz not null,
  legal_at timestamptz not null check (legal_at >= due_at),
  staff    uuid,
  role     text        check (role ~ '^[a-z_]{2,30}$'),
  done_at  timestamptz,
  done_by  uuid,
  check ((done_at is null) = (done_by is null)),
  check (num_nonnulls(staff, role) = 1)
);
comment on table casework.task is
  'Step 3. What is due in a file, when, after which rule, and whose it is. 14 kap. 2 § SoL.';
create index task_of_file on casework.task (file);
create index task_due_of_staff on casework.task (staff, due_at) where done_at is null and staff is not null;
create index task_due_of_role on casework.task (role, due_at) where done_at is null and role is not null;
create index task_of_record on casework.task (record) where record is not null;

grant select, insert, update, delete on all tables in schema casework to m_casework;
