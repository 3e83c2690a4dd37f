-- What documents are made from: each version of a template stays, so that it can be said what a document was made of.
create table casework.template (
  id      uuid primary key,
  kind    text        not null check (kind ~ '^[a-z_]{2,40}$'),
  version integer     not null check (version > 0),
  words   text        not null check (char_length(words) between 1 and 40000),
  made_at timestamptz not null,
  made_by uuid,
  unique (kind, version)
);
comment on table casework.template is
  'Step 3. A version of a template (mall), in Markdown, about nobody; without a maker it came with the program. 31-33 §§ FL.';

create table casework.document (
  id       uuid primary key,
  file     uuid        not null references casework.file (id) on delete cascade,
  kind     text        not null check (kind ~ '^[a-z_]{2,40}$'),
  template uuid        not null references casework.template (id),
  record   uuid        not null,
  made_at  timestamptz not null,
  made_by  uuid        not null,
  sealed   bytea       not null check (octet_length(sealed) between 1 and 200000)
);
comment on table casework.document is
  'Step 3. A document (handling) made in a file from a version of a template, as it was filled in, sealed. 14 kap. 3 § SoL, 33 § FL.';
create index document_of_file on casework.document (file, made_at);

grant select, insert, update, delete on casework.template, casework.document to m_casework;
