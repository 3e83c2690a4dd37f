-- Step 1. What somebody who asks in her work was helped with (konsultation till yrkesverksam). The codes are about no person and outlive the
-- conversation, so that it can be seen which municipalities were reached; the words die with it.
create table ${schema}.consultation (
  id           uuid primary key,
  thread       uuid        unique references ${schema}.thread (id) on delete set null,
  noted_on     date        not null,
  organisation text        not null check (organisation in
    ('school', 'preschool', 'health', 'police', 'social', 'authority', 'housing', 'association', 'employer', 'other')),
  municipality text        not null check (municipality ~ '^[0-9]{4}$'),
  topic        text        not null check (topic in ('exposed', 'child', 'honour', 'uses_violence', 'report', 'protection', 'routine', 'other')),
  version      integer     not null default 1 check (version > 0)
);
comment on table ${schema}.consultation is
  'Step 1. A consultation: what kind of workplace asked, in which municipality, about what. No person, no name. 10 kap. 1 § SoL (information).';
create index consultation_by_day on ${schema}.consultation (noted_on desc, id);

create table ${schema}.consultation_words (
  consultation uuid primary key references ${schema}.consultation (id) on delete cascade,
  thread       uuid        not null references ${schema}.thread (id) on delete cascade,
  author       uuid        not null,
  at           timestamptz not null,
  sealed       bytea       not null check (octet_length(sealed) between 1 and 40000)
);
comment on table ${schema}.consultation_words is
  'Step 1. The case as it was told without a name, and the advice, sealed under the conversation''s key; it dies with it. 26 kap. 1 § OSL.';
create index consultation_words_of_thread on ${schema}.consultation_words (thread);

-- That a conflict of interest was a mistake or is over (16 § FL): who had said so, who lifted it, why.
create table ${schema}.conflict_lifted (
  id          uuid primary key,
  thread      uuid        not null references ${schema}.thread (id) on delete cascade,
  staff       uuid        not null,
  declared_at timestamptz not null,
  lifted_at   timestamptz not null,
  lifted_by   uuid        not null,
  sealed      bytea       not null check (octet_length(sealed) between 1 and 40000)
);
comment on table ${schema}.conflict_lifted is
  'Step 1. A conflict of interest that the head has lifted, with her reason sealed under the conversation''s key. 16 § FL.';
create index conflict_lifted_of_thread on ${schema}.conflict_lifted (thread, lifted_at);

grant select, insert, update, delete on ${schema}.consultation, ${schema}.consultation_words to ${role};
grant select, insert, delete on ${schema}.conflict_lifted to ${role};
