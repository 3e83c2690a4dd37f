-- Acute protection before an investigation: a decision like the others, but for a short time, and of nothing investigated yet.
alter table casework.decision alter column investigation drop not null;
alter table casework.decision alter column assessment drop not null;
alter table casework.decision add column acute_from timestamptz;
alter table casework.decision add column acute_until date;
alter table casework.decision add constraint decision_acute
  check ((acute_from is null) = (acute_until is null)
    and (acute_until is null) = (investigation is not null)
    and (acute_until is not null or assessment is not null));

comment on column casework.decision.acute_from is
  'From when somebody is protected before anything is investigated (akut skydd); empty of a decision on an investigation. 11 kap. 1 § SoL, A-MOT-16.';
comment on column casework.decision.acute_until is
  'The last day of it: what is needed longer is investigated.';
create index decision_acute_of_file on casework.decision (file, acute_until) where acute_until is not null;
