-- Foundation. What staff tell on the public face: telephone numbers and pages of information. Nothing here is about a person.
-- No login touches a table; each goes through the functions below, which run as d_access, the role of the other foundation that
-- every side reaches through functions. Nothing is ever overwritten: each change is a version of its own.

create table centre.line (
  id         uuid        not null,
  version    integer     not null check (version > 0),
  code       text        not null check (code ~ '^[a-z0-9-]{1,40}$'),
  phone      text        not null check (length(phone) between 2 and 20),
  doors      text[]      not null check (cardinality(doors) > 0),
  answers    time,
  shuts      time,
  recheck_by date        not null,
  shown      boolean     not null,
  name_sv    text        not null check (length(name_sv) between 1 and 80),
  name_latt  text        not null check (length(name_latt) between 1 and 80),
  name_en    text        not null check (length(name_en) between 1 and 80),
  name_ar    text        not null check (length(name_ar) between 1 and 80),
  changed_at timestamptz not null,
  changed_by uuid        not null,
  primary key (id, version),
  check ((answers is null) = (shuts is null) and (answers is null or answers < shuts))
);
comment on table centre.line is 'Foundation. A telephone number as the public face shows it, every version of it. 10 kap. 1 § SoL (information).';

create table centre.page (
  id         uuid        not null,
  number     integer     not null check (number between 1 and 9999),
  language   text        not null check (language in ('sv', 'latt', 'en', 'ar')),
  version    integer     not null check (version > 0),
  state      text        not null check (state in ('draft', 'published', 'withdrawn')),
  door       text        not null check (door in ('everyone', 'support', 'worried', 'young', 'change', 'professional')),
  title      text        not null check (length(title) between 1 and 80),
  body       text        not null check (length(body) between 1 and 12000),
  review_by  date        not null,
  changed_at timestamptz not null,
  changed_by uuid        not null,
  primary key (number, language, version)
);
comment on table centre.page is 'Foundation. A page of information of the public face, every version in every language. 10 kap. 1 § SoL (information).';

grant select, insert on centre.line, centre.page to d_access;
grant usage, create on schema centre to d_access;

create function centre.lines() returns setof centre.line
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select distinct on (l.id) l.* from centre.line l order by l.id, l.version desc $$;
comment on function centre.lines() is 'The newest version of each number.';

create function centre.line_versions(p_id uuid) returns setof centre.line
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select l.* from centre.line l where l.id = p_id order by l.version desc limit 50 $$;
comment on function centre.line_versions(uuid) is 'The latest fifty versions of a number, the newest first.';

create function centre.keep_line(
    p_id uuid, p_version integer, p_code text, p_phone text, p_doors text[], p_answers time, p_shuts time, p_recheck_by date,
    p_shown boolean, p_sv text, p_latt text, p_en text, p_ar text, p_at timestamptz, p_by uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  with kept as (
    insert into centre.line (id, version, code, phone, doors, answers, shuts, recheck_by, shown, name_sv, name_latt, name_en, name_ar, changed_at, changed_by)
      values (p_id, p_version, p_code, p_phone, p_doors, p_answers, p_shuts, p_recheck_by, p_shown, p_sv, p_latt, p_en, p_ar, p_at, p_by)
      on conflict do nothing returning 1)
  select exists (select from kept)
$$;
comment on function centre.keep_line(uuid, integer, text, text, text[], time, time, date, boolean, text, text, text, text, timestamptz, uuid) is
  'Adds a version; false when somebody else has added it first.';

create function centre.pages() returns setof centre.page
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select distinct on (p.number, p.language) p.* from centre.page p order by p.number, p.language, p.version desc $$;
comment on function centre.pages() is 'The newest version of each page in each language, drafts too.';

create function centre.pages_shown() returns setof centre.page
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select s.* from (
    select distinct on (p.number, p.language) p.* from centre.page p where p.state <> 'draft' order by p.number, p.language, p.version desc) s
   where s.state = 'published'
$$;
comment on function centre.pages_shown() is 'What anybody may read: the newest version that is no draft, unless it is withdrawn.';

create function centre.page_versions(p_number integer, p_language text) returns setof centre.page
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select p.* from centre.page p where p.number = p_number and p.language = p_language order by p.version desc limit 50 $$;
comment on function centre.page_versions(integer, text) is 'The latest fifty versions of a page, the newest first.';

create function centre.keep_page(
    p_id uuid, p_number integer, p_language text, p_version integer, p_state text, p_door text, p_title text, p_body text,
    p_review_by date, p_at timestamptz, p_by uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  with kept as (
    insert into centre.page (id, number, language, version, state, door, title, body, review_by, changed_at, changed_by)
      values (p_id, p_number, p_language, p_version, p_state, p_door, p_title, p_body, p_review_by, p_at, p_by)
      on conflict do nothing returning 1)
  select exists (select from kept)
$$;
comment on function centre.keep_page(uuid, integer, text, integer, text, text, text, text, date, timestamptz, uuid) is
  'Adds a version; false when somebody else has added it first.';

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name, p.proname from pg_proc p where p.pronamespace = 'centre'::regnamespace loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_support', f.name);
    if f.proname in ('lines', 'pages_shown') then execute format('grant execute on function %s to f_front', f.name); end if;
    execute format('alter function %s owner to d_access', f.name);
  end loop;
end $$;
revoke create on schema centre from d_access;
grant usage on schema centre to f_front, f_support;
