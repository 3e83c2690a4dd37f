-- Foundation. Phrases that staff have ready for those who write (färdiga meningar), and which sentences of the public face somebody has read whose
-- language it is. Nothing here is about a person. As before: no login touches a table, and nothing is ever overwritten.

create table centre.phrase (
  id         uuid        not null,
  number     integer     not null check (number between 1 and 999),
  language   text        not null check (language ~ '^[a-z]{2,4}$'),
  version    integer     not null check (version > 0),
  audiences  text[]      not null check (cardinality(audiences) > 0 and audiences <@ array['support', 'change', 'professional']),
  text       text        not null check (length(text) between 1 and 600),
  in_use     boolean     not null,
  review_by  date        not null,
  changed_at timestamptz not null,
  changed_by uuid        not null,
  primary key (number, language, version)
);
comment on table centre.phrase is 'Foundation. A phrase that staff have ready for those who write, every version in every language. 10 kap. 1 § SoL (information).';

create table centre.sentence_read (
  reading    uuid        not null,
  language   text        not null check (language ~ '^[a-z]{2,4}$'),
  key        text        not null check (length(key) between 1 and 100),
  digest     bytea       not null check (octet_length(digest) = 32),
  good       boolean     not null,
  reader     text        not null check (reader in ('native', 'translator', 'organisation', 'tried')),
  read_at    timestamptz not null,
  read_by    uuid        not null,
  primary key (reading, key)
);
comment on table centre.sentence_read is
  'Foundation. That somebody whose language it is has read a sentence of the public face as it stood then, or has said that it must be read again. 10 kap. 1 § SoL.';
create index sentence_read_of_language on centre.sentence_read (language, key, read_at desc);

grant select, insert on centre.phrase, centre.sentence_read to d_access;
grant create on schema centre to d_access;

create function centre.phrases() returns setof centre.phrase
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select distinct on (p.number, p.language) p.* from centre.phrase p order by p.number, p.language, p.version desc $$;
comment on function centre.phrases() is 'The newest version of each phrase in each language, those that are not in use too.';

create function centre.phrase_versions(p_number integer, p_language text) returns setof centre.phrase
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select p.* from centre.phrase p where p.number = p_number and p.language = p_language order by p.version desc limit 50 $$;
comment on function centre.phrase_versions(integer, text) is 'The latest fifty versions of a phrase, the newest first.';

create function centre.keep_phrase(
    p_id uuid, p_number integer, p_language text, p_version integer, p_audiences text[], p_text text, p_in_use boolean,
    p_review_by date, p_at timestamptz, p_by uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  with kept as (
    insert into centre.phrase (id, number, language, version, audiences, text, in_use, review_by, changed_at, changed_by)
      values (p_id, p_number, p_language, p_version, p_audiences, p_text, p_in_use, p_review_by, p_at, p_by)
      on conflict do nothing returning 1)
  select exists (select from kept)
$$;
comment on function centre.keep_phrase(uuid, integer, text, integer, text[], text, boolean, date, timestamptz, uuid) is
  'Adds a version; false when somebody else has added it first.';

create function centre.sentences_read(p_language text)
  returns table (key text, digest bytea, good boolean, reader text, read_at timestamptz, read_by uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select distinct on (s.key) s.key, s.digest, s.good, s.reader, s.read_at, s.read_by
    from centre.sentence_read s where s.language = p_language order by s.key, s.read_at desc, s.reading
$$;
comment on function centre.sentences_read(text) is 'What was last said of each sentence of a language.';

create function centre.keep_sentences_read(
    p_reading uuid, p_language text, p_keys text[], p_digests bytea[], p_good boolean, p_reader text, p_at timestamptz, p_by uuid) returns integer
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  with kept as (
    insert into centre.sentence_read (reading, language, key, digest, good, reader, read_at, read_by)
      select p_reading, p_language, told.key, told.digest, p_good, p_reader, p_at, p_by
        from unnest(p_keys, p_digests) as told (key, digest)
      on conflict do nothing returning 1)
  select count(*)::integer from kept
$$;
comment on function centre.keep_sentences_read(uuid, text, text[], bytea[], boolean, text, timestamptz, uuid) is
  'Adds what somebody has said of several sentences at once; how many. The same form sent twice adds nothing.';

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name, p.proname from pg_proc p
      where p.pronamespace = 'centre'::regnamespace
        and p.proname in ('phrases', 'phrase_versions', 'keep_phrase', 'sentences_read', 'keep_sentences_read') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_support', f.name);
    -- the change team has its phrases from the same shelf: they are about nobody
    if f.proname = 'phrases' then execute format('grant execute on function %s to f_perpetrator', f.name); end if;
    execute format('alter function %s owner to d_access', f.name);
  end loop;
end $$;
revoke create on schema centre from d_access;
grant usage on schema centre to f_perpetrator;
