-- Step 1, interpreters. Ordering, confirming, reminding and calling off are calls to an agency that somebody of ours makes.
alter table ${schema}.interpreter
  add column caller       uuid,
  add column reminded_for timestamptz;
comment on column ${schema}.interpreter.caller is 'Who of us rings the agency; nobody when nobody has taken it.';
comment on column ${schema}.interpreter.reminded_for is 'For which moment the agency was reminded; a time that is moved is reminded of anew.';
