-- Step 2, intake. Answered through the login f_support; written by the role m_intake.
grant usage on schema intake to m_intake;

create table intake.intake (
  id            uuid primary key,
  thread        uuid,
  way           text        not null check (way in ('chat', 'phone', 'visit', 'referral', 'letter')),
  source        text        check (source in ('self', 'relative', 'police', 'social_services', 'school', 'health_care',
                  'civil_society', 'migration_agency', 'employer', 'other_municipality', 'support_line', 'child_health_care',
                  'interpreter', 'faith_community')),
  municipality  text        check (municipality ~ '^[0-9]{4}$'),
  made_by       uuid        not null,
  made_at       timestamptz not null,
  saved_by      uuid        not null,
  saved_at      timestamptz not null,
  state         text        not null default 'draft' check (state in ('draft', 'concluded')),
  outcome       text        check (outcome in ('opens', 'information_only', 'declined', 'no_contact', 'passed_municipality',
                  'passed_authority', 'passed_emergency')),
  concluded_by  uuid,
  concluded_at  timestamptz,
  investigation_due timestamptz,
  version       integer     not null default 1 check (version > 0),
  sealed        bytea       check (octet_length(sealed) between 1 and 400000),
  check ((state = 'concluded') = (outcome is not null)),
  check ((state = 'concluded') = (concluded_at is not null)),
  check ((state = 'concluded') = (concluded_by is not null)),
  check ((investigation_due is not null) = (outcome is not null and outcome = 'opens'))
);
comment on table intake.intake is
  'Step 2. Who was received, by which way and with which outcome; the words are sealed. 14 kap. 2 and 3 §§ SoL, 19 kap. 1 § SoL. It names nobody.';
create unique index intake_one_draft_of_a_thread on intake.intake (thread) where state = 'draft' and thread is not null;
create index intake_of_thread on intake.intake (thread) where thread is not null;
create index intake_by_state on intake.intake (state, made_at desc);

create table intake.data_key (
  id      uuid primary key references intake.intake (id) on delete cascade,
  kek     text  not null,
  wrapped bytea not null
);
comment on table intake.data_key is
  'Step 2. The wrapped key of each intake. Deleting the row destroys its words in every copy; never part of a data backup. 14 kap. 7 § SoL.';

create table intake.awaiting (
  thread    uuid primary key,
  closed_at timestamptz not null
);
comment on table intake.awaiting is
  'Step 2. Conversations that were closed before anyone made an intake of them, so that none is forgotten. 14 kap. 2 § SoL.';

grant select, insert, update, delete on intake.intake, intake.data_key, intake.awaiting to m_intake;
