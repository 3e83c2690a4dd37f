-- Each time something secret was told to somebody, by a ground that lets it (sekretessbrytande grund). The general clause is none: 26 kap. 1 § is excepted from it (10 kap. 27 § OSL).
create table casework.disclosure (
  id      uuid primary key,
  file    uuid        not null references casework.file (id) on delete cascade,
  ground  text        not null check (ground in ('consent', 'needed', 'party', 'care', 'reporter', 'child_report',
                        'child_inquiry', 'police_close', 'police_young', 'police_child', 'police_crime', 'crime_fighting',
                        'shelter_stay', 'board', 'shelter_address', 'statistics', 'supervision')),
  told_on date        not null,
  consent uuid        references casework.consent (id),
  made_by uuid        not null,
  made_at timestamptz not null,
  sealed  bytea       not null check (octet_length(sealed) between 1 and 200000),
  check ((ground = 'consent') = (consent is not null))
);
comment on table casework.disclosure is
  'Step 3. What was told of somebody, to whom, by which ground, and who weighed it (utlämnande); never changed. 10, 12 and 26 kap. OSL.';
create index disclosure_of_file on casework.disclosure (file, made_at desc);
grant select, insert on casework.disclosure to m_casework;
