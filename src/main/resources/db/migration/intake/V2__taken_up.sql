-- Step 2, intake. An application that a file was opened on waits no more. Which file stands nowhere here.
alter table intake.intake add column taken_up_at timestamptz check (taken_up_at >= investigation_due);
create index intake_waiting on intake.intake (investigation_due) where investigation_due is not null and taken_up_at is null;
