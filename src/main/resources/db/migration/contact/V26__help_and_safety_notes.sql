-- Step 1, the desk: help to a room, and what a colleague should know before she opens the door.
create table ${schema}.help_call (
  id          uuid        primary key,
  place       text        not null check (place in ('desk', 'waiting_room', 'room')),
  room        uuid        references ${schema}.room (id),
  called_by   uuid        not null,
  called_at   timestamptz not null,
  climbed_at  timestamptz,
  taken_by    uuid,
  taken_at    timestamptz,
  ended_by    uuid,
  ended_at    timestamptz,
  false_press boolean     not null default false,
  version     integer     not null default 1 check (version > 0),
  check ((place = 'room') = (room is not null)),
  check ((taken_by is null) = (taken_at is null)),
  check ((ended_by is null) = (ended_at is null)),
  check (not false_press or ended_at is not null)
);
comment on table ${schema}.help_call is
  'Step 1. A colleague calls for help (hjälp till ett rum): where, who goes there, when it was over. Nothing of whom she is with. AFS 2023:1.';
create index help_call_open on ${schema}.help_call (called_at) where ended_at is null;
-- whoever presses twice has called once
create unique index help_call_once on ${schema}.help_call (called_by) where ended_at is null;

create table ${schema}.safety_note (
  id       uuid        primary key,
  guest    uuid        not null references ${schema}.lobby (id) on delete cascade,
  receiver uuid        not null,
  choices  text[]      not null check (choices <@ array['afraid', 'hurt', 'children_hear', 'somebody_outside', 'not_alone', 'telephone', 'other_door', 'threat']),
  author   uuid        not null,
  at       timestamptz not null,
  sealed   bytea       check (octet_length(sealed) between 1 and 8000),
  read_at  timestamptz,
  version  integer     not null default 1 check (version > 0),
  check (cardinality(choices) > 0 or sealed is not null)
);
comment on table ${schema}.safety_note is
  'Step 1. What a colleague should know before she opens the door (säkerhetsnotering): codes and sealed words of ours; gone with the row of the waiting room, after the day. 26 kap. 1 § OSL.';
create index safety_note_of_guest on ${schema}.safety_note (guest);
create index safety_note_unread on ${schema}.safety_note (receiver) where read_at is null;

create table ${schema}.safety_key (
  id      uuid primary key references ${schema}.safety_note (id) on delete cascade,
  kek     text  not null,
  wrapped bytea not null
);
comment on table ${schema}.safety_key is
  'Step 1. The wrapped key of each safety note with words. Deleting the row destroys them in every copy; never part of a data backup.';

grant select, insert, update, delete on ${schema}.help_call, ${schema}.safety_note, ${schema}.safety_key to ${role};
