-- Step 1, help to a room: a call is pressed again, doubted, ended by the night, and comes from a place that we do not know; and who listens just now.
alter table ${schema}.help_call
  drop constraint help_call_place_check,
  drop constraint help_call_check,
  drop constraint help_call_check2,
  add column rung_at    timestamptz,
  add column doubted_at timestamptz,
  add constraint help_call_place_check check (place in ('desk', 'waiting_room', 'room', 'unknown')),
  -- of an unknown place the room in which she was booked last
  add constraint help_call_room_check check (case place when 'room' then room is not null when 'unknown' then true else room is null end),
  -- what the night ended was ended by nobody
  add constraint help_call_ended_check check (ended_by is null or ended_at is not null);
comment on column ${schema}.help_call.doubted_at is 'When the caller said that it was a mistake: it goes on until a colleague has looked.';

create table ${schema}.help_watch (
  staff   uuid        primary key,
  head    boolean     not null,
  seen_at timestamptz not null
);
comment on table ${schema}.help_watch is
  'Step 1. Whose page has asked for calls for help, and when it last did: one row for each, gone after the day. AFS 2023:1.';
create index help_watch_seen on ${schema}.help_watch (seen_at);

grant select, insert, update, delete on ${schema}.help_watch to ${role};
