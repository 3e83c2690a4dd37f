-- Who of us knows the person or her family, and therefore finds nothing of the intake (jäv, 16 § FL).
create table intake.conflict (
  intake      uuid        not null references intake.intake (id) on delete cascade,
  staff       uuid        not null,
  at          timestamptz not null,
  declared_by uuid        not null,
  primary key (intake, staff)
);
comment on table intake.conflict is
  'Step 2. A member of staff who knows the person or her family: the intake is not there for her. 16 § FL.';
create index conflict_of_staff on intake.conflict (staff);

create table intake.conflict_lifted (
  id          uuid primary key,
  intake      uuid        not null references intake.intake (id) on delete cascade,
  staff       uuid        not null,
  declared_at timestamptz not null,
  lifted_at   timestamptz not null,
  lifted_by   uuid        not null,
  sealed      bytea       not null check (octet_length(sealed) between 1 and 40000)
);
comment on table intake.conflict_lifted is
  'Step 2. A conflict of interest that the head has lifted, with her reason sealed under the intake''s key. 16 § FL.';
create index conflict_lifted_of_intake on intake.conflict_lifted (intake, lifted_at);

grant select, insert, delete on intake.conflict, intake.conflict_lifted to m_intake;
