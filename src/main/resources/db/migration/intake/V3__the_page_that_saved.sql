-- Step 2, intake. Two windows of one worker are two writers: neither writes over the other.
alter table intake.intake add column saved_page uuid;
comment on column intake.intake.saved_page is 'random id of the page that saved last; names no person and no computer';
