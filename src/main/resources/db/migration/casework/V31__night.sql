-- The night: what the duty social service has looked at, decided and noted, and what the day asks of it; each read by the other side, or not yet.
create table casework.night_event (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  what     text        not null check (what in ('looked', 'decided', 'note', 'watch')),
  record   uuid,
  at       timestamptz not null,
  by       uuid        not null,
  night    date        not null,
  until_at timestamptz check (until_at > at),
  read_at  timestamptz check (read_at >= at),
  read_by  uuid,
  sealed   bytea       not null check (octet_length(sealed) between 1 and 60000),
  check ((read_at is null) = (read_by is null)),
  check (case what when 'looked' then until_at is not null when 'decided' then true else until_at is null end),
  check ((record is not null) = (what = 'decided'))
);
comment on table casework.night_event is
  'Step 3. What happened in a night, handed over between the duty social service (socialjouren) and the day, with receipt; and until when the duty may see the card of somebody it has looked up. 11 kap. 1 §, 14 kap. 3 § and 7 § SoL, A-ORG-31, A-DEC-05.';
create index night_event_of_file on casework.night_event (file, at desc);
create index night_event_unread on casework.night_event (at) where read_at is null;
create index night_event_by on casework.night_event (by, at desc);
create index night_event_look on casework.night_event (file, by, until_at) where until_at is not null;

grant select, insert, update, delete on casework.night_event to m_casework;
