-- Step 2, support without individual assessment (11 kap. 5 and 6 §§ SoL), and what was promised to one who declined.
create table intake.service_type (
  id       uuid primary key,
  name     text        not null check (length(name) between 1 and 200),
  level    smallint    not null check (level between 1 and 4),
  made_by  uuid        not null,
  made_at  timestamptz not null,
  ended_at timestamptz
);
comment on table intake.service_type is
  'Step 2. The kinds of support this centre gives, and the level of each: information, advice, support without assessment, assessed support. About nobody. 11 kap. 5 § SoL.';

create table intake.board_decision (
  id           uuid primary key,
  service_type uuid        not null references intake.service_type (id) on delete cascade,
  paragraph    text        not null check (paragraph in ('11:5', '14:5')),
  decided_on   date        not null,
  valid_from   date        not null,
  valid_until  date,
  diary        text        not null check (length(diary) between 1 and 100),
  reasons      text        check (length(reasons) between 1 and 4000),
  written_by   uuid        not null,
  written_at   timestamptz not null,
  check (valid_until is null or valid_until >= valid_from),
  check ((paragraph = '14:5') = (reasons is not null))
);
comment on table intake.board_decision is
  'Step 2. What the board has decided on a kind of support: that it is given without assessment (11 kap. 5 § SoL), that what reveals an identity is not documented, and for which particular reasons (14 kap. 5 § SoL). A public document.';
create index board_decision_of_type on intake.board_decision (service_type, paragraph);

create table intake.service (
  id           uuid primary key,
  service_type uuid        not null references intake.service_type (id),
  thread       uuid,
  named        boolean     not null,
  begun_by     uuid        not null,
  begun_at     timestamptz not null,
  sessions     integer     not null default 0 check (sessions >= 0),
  last_on      date,
  told         boolean     not null default false,
  saved_by     uuid        not null,
  saved_at     timestamptz not null,
  ended_by     uuid,
  ended_at     timestamptz,
  version      integer     not null default 1 check (version > 0),
  sealed       bytea       not null check (octet_length(sealed) between 1 and 200000),
  check ((ended_at is null) = (ended_by is null)),
  check (ended_at is null or told)
);
comment on table intake.service is
  'Step 2. A series of support without assessment; the words are sealed. Anonymous only while the board has so decided (14 kap. 5 § SoL); ended only when she knows that she may apply (11 kap. 6 § SoL).';
create index service_open on intake.service (begun_at) where ended_at is null;
create index service_of_thread on intake.service (thread) where thread is not null;

create table intake.offer (
  id        uuid primary key,
  thread    uuid,
  channel   text        not null check (channel in ('thread', 'telephone', 'meeting', 'other')),
  due_on    date        not null,
  made_by   uuid        not null,
  made_at   timestamptz not null,
  answer    text        check (answer in ('wants', 'declined', 'not_reached')),
  answered_by uuid,
  answered_at timestamptz,
  tries     integer     not null default 0 check (tries >= 0),
  version   integer     not null default 1 check (version > 0),
  sealed    bytea       not null check (octet_length(sealed) between 1 and 20000),
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_by is null))
);
comment on table intake.offer is
  'Step 2. What was promised to one who declined: to ask again, when and how safely. It outlives the words of the intake and of the conversation until the day after it was kept (A-MOT-13).';
create index offer_due on intake.offer (due_on) where answer is null;

-- One table of keys for intakes, series and offers, each by a column of its own.
alter table intake.data_key drop constraint data_key_id_fkey;
alter table intake.data_key
  add service uuid references intake.service (id) on delete cascade check (service = id),
  add offer   uuid references intake.offer (id) on delete cascade check (offer = id),
  add intake  uuid generated always as (case when service is null and offer is null then id end) stored
    references intake.intake (id) on delete cascade,
  add check (service is null or offer is null);
comment on table intake.data_key is
  'Step 2. The wrapped key of each intake, series of support and promised offer. Deleting the row destroys its words in every copy; never part of a data backup. 14 kap. 7 § SoL.';
create index data_key_of_service on intake.data_key (service) where service is not null;
create index data_key_of_offer on intake.data_key (offer) where offer is not null;
create index data_key_of_intake on intake.data_key (intake) where intake is not null;

grant select, insert, update, delete on intake.service_type, intake.board_decision, intake.service, intake.offer to m_intake;
