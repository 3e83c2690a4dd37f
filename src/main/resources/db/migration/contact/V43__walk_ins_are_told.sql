-- Step 1, the reception's figures: those who came through the door without a time, and what that became, as they are known when the month ends.
alter table ${schema}.time_count drop constraint time_count_what_check;
alter table ${schema}.time_count add constraint time_count_what_check
  check (what ~ '^(acute_released|acute_used|began|did_not_come|first|wait_(same_day|to_2|to_5|to_10|longer)|interpreter|interpreter_[a-z]{2,5}|consulted|consulted_(consultation|accompanies)|walked_in|walked_in_(conversation|intake|nothing))$');

-- months that are told already get theirs once; after this they do not change either
insert into ${schema}.time_count (month, what, number)
  select a.month, case a.what when 'walked_in' then a.what else 'walked_in_' || a.what end, a.number
    from ${schema}.arrival_count a, ${schema}.time_counted c
    where a.what in ('walked_in', 'conversation', 'intake', 'nothing') and a.number > 0 and a.month + interval '1 month' <= c.through + 1
  on conflict do nothing;
