-- The delegation order says for some matters that two decide: one proposes, another confirms.
alter table casework.mandate add column second boolean not null default false;
comment on column casework.mandate.second is
  'That what it covers is decided only together with a second person. 7 kap. 5 and 6 §§ KL.';

create table casework.proposal (
  id            uuid primary key,
  file          uuid        not null references casework.file (id) on delete cascade,
  investigation uuid        not null references casework.investigation (id) on delete cascade,
  proposed_by   uuid        not null,
  proposed_at   timestamptz not null,
  state         text        not null default 'waiting' check (state in ('waiting', 'decided', 'sent_back')),
  ended_at      timestamptz,
  ended_by      uuid,
  version       integer     not null default 1 check (version > 0),
  sealed        bytea       not null check (octet_length(sealed) between 1 and 200000),
  check ((state = 'waiting') = (ended_at is null) and (ended_at is null) = (ended_by is null)),
  check (state <> 'decided' or ended_by <> proposed_by)
);
comment on table casework.proposal is
  'Step 3. A decision that somebody proposes and another confirms or sends back (förslag till beslut). Never the same. 7 kap. 5 § KL, 31 § FL.';
create unique index proposal_one_waiting on casework.proposal (investigation) where state = 'waiting';
create index proposal_of_file on casework.proposal (file);

alter table casework.decision add column proposed_by uuid check (proposed_by <> decided_by);
comment on column casework.decision.proposed_by is
  'Who proposed it (föredragande), when the delegation order asks for a second person. 31 § FL.';

create table casework.communication (
  id            uuid primary key,
  file          uuid        not null references casework.file (id) on delete cascade,
  investigation uuid        not null references casework.investigation (id) on delete cascade,
  sent_on       date        not null,
  answer_by     date        not null check (answer_by > sent_on),
  answered_on   date        check (answered_on >= sent_on),
  made_at       timestamptz not null,
  made_by       uuid        not null,
  version       integer     not null default 1 check (version > 0),
  sealed        bytea       not null check (octet_length(sealed) between 1 and 60000)
);
comment on table casework.communication is
  'Step 3. That she was told of what a decision will rest on, until when she could answer, and her answer (kommunicering). 25 § FL, 14 kap. 8 § SoL.';
create index communication_of_file on casework.communication (file, sent_on);

grant select, insert, update, delete on casework.proposal, casework.communication to m_casework;
