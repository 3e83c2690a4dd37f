-- A consent that something is told to somebody, for something: what, why and to whom stand in the sealed part, by which others ask.
alter table casework.consent drop constraint consent_subject_check;
alter table casework.consent add constraint consent_subject_check check (subject in ('register', 'share', 'disclose'));
