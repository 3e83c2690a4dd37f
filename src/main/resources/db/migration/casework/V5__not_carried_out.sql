-- A support that was granted and never came about (ej verkställd) has an end and no beginning.
do $$
declare
  rule name;
begin
  select conname into strict rule from pg_constraint
    where conrelid = 'casework.support'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%ended_on IS NULL%' and pg_get_constraintdef(oid) like '%begins_on IS NOT NULL%';
  execute format('alter table casework.support drop constraint %I', rule);
end $$;
comment on column casework.support.ended_on is
  'The day on which it ended; without a beginning: the day on which it was known that it never came about.';
