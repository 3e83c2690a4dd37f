-- Step 2. What came out of a conversation or an intake outlives it: who of us knows the person must still not find it (jäv, 16 § FL).
create table intake.not_for (
  offer   uuid        references intake.offer (id) on delete cascade,
  service uuid        references intake.service (id) on delete cascade,
  staff   uuid        not null,
  at      timestamptz not null,
  check ((offer is null) <> (service is null)),
  unique nulls not distinct (offer, service, staff)
);
comment on table intake.not_for is
  'Step 2. For whom of us a promised offer or a series of support is not there, since she knows the person; also when the conversation and the intake are gone. 16 § FL.';
create index not_for_staff on intake.not_for (staff);
grant select, insert, delete on intake.not_for to m_intake;

-- In which intake it was promised: an offer made on a call has no conversation.
alter table intake.offer add intake uuid references intake.intake (id) on delete set null;
create index offer_of_intake on intake.offer (intake) where intake is not null;
