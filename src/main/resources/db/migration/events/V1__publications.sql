-- Events that wait for their listener on the side of ${login}. Ids, codes and dates only; each row is deleted when it has been heard.
create table ${schema}.event_publication (
  id                     uuid not null primary key,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
comment on table ${schema}.event_publication is
  'Foundation. What happened and has not yet been heard by all, as one side''s own list: no name, no text.';
create index event_publication_serialized_event_hash_idx on ${schema}.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on ${schema}.event_publication (completion_date);
grant usage on schema ${schema} to ${login};
grant select, insert, update, delete on ${schema}.event_publication to ${login};
