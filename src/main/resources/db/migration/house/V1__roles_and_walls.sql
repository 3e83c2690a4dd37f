-- Run by the superuser when the house is built. Who exists, and what PUBLIC may no longer do.

-- Module roles hold the grants; logins inherit them and cannot become them. Definers own the door functions and are nobody's.
do $$
declare
  r text;
begin
  foreach r in array array['m_contact', 'm_contact_perpetrator', 'm_intake', 'd_door', 'd_door_perpetrator', 'd_access', 'd_audit'] loop
    execute format('create role %I nologin noinherit', r);
  end loop;
  foreach r in array array['d_door', 'd_door_perpetrator', 'd_access', 'd_audit'] loop
    execute format('grant %I to f_owner with inherit false, set true', r);
  end loop;
end $$;
grant m_contact, m_intake to f_support with inherit true, set false;
grant m_contact_perpetrator to f_perpetrator with inherit true, set false;

-- The database belongs to its logins only; nobody makes temporary tables.
revoke all on database fristad from public;
grant connect on database fristad to f_owner, f_front, f_support, f_shelter, f_perpetrator, f_conference, f_log;
grant create on database fristad to f_owner;
revoke all on schema public from public;

-- A function is nobody's until it is granted.
alter default privileges for role f_owner revoke execute on functions from public;
alter default privileges for role f_owner revoke usage on types from public;

-- The public face: short questions, few connections.
alter role f_front set statement_timeout = '3s';
alter role f_front set idle_in_transaction_session_timeout = '5s';
alter role f_front connection limit 20;

-- Each side's events lie where only its login looks.
alter role f_front set search_path = pg_catalog;
alter role f_log set search_path = pg_catalog;
alter role f_support set search_path = events_support;
alter role f_shelter set search_path = events_shelter;
alter role f_perpetrator set search_path = events_perpetrator;
alter role f_conference set search_path = events_conference;

-- The catalogue counts and times what the wall hides: taken from PUBLIC.
do $$
declare
  v record;
  columns text;
begin
  -- pg_class without the estimates of rows and pages
  select string_agg(quote_ident(a.attname), ', ') into columns from pg_attribute a
    where a.attrelid = 'pg_catalog.pg_class'::regclass and (a.attnum > 0 or a.attname = 'oid' or a.attname = 'tableoid') and not a.attisdropped
      and a.attname not in ('reltuples', 'relpages', 'relallvisible', 'relallfrozen', 'relfrozenxid', 'relminmxid');
  execute 'revoke select on pg_catalog.pg_class from public';
  execute 'grant select (' || columns || ') on pg_catalog.pg_class to public';

  for v in select c.oid::regclass as name from pg_class c
      where c.relnamespace in ('pg_catalog'::regnamespace) and c.relkind = 'v'
        and (c.relname like 'pg_stat%' or c.relname in ('pg_locks', 'pg_cursors', 'pg_prepared_statements', 'pg_shmem_allocations', 'pg_backend_memory_contexts', 'pg_prepared_xacts', 'pg_aios')) loop
    execute format('revoke all on %s from public', v.name);
  end loop;

  for v in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = 'pg_catalog'::regnamespace and (
        p.proname like 'pg_stat_%' or p.proname like 'pg\_%size%' or p.proname like 'pg_advisory%' or p.proname like 'pg_try_advisory%'
        or p.proname in ('pg_lock_status', 'pg_blocking_pids', 'pg_safe_snapshot_blocking_pids', 'pg_sleep', 'pg_sleep_for', 'pg_sleep_until',
                         'query_to_xml', 'query_to_xmlschema', 'query_to_xml_and_xmlschema', 'table_to_xml', 'table_to_xmlschema',
                         'table_to_xml_and_xmlschema', 'schema_to_xml', 'schema_to_xmlschema', 'schema_to_xml_and_xmlschema',
                         'database_to_xml', 'database_to_xmlschema', 'database_to_xml_and_xmlschema', 'cursor_to_xml', 'cursor_to_xmlschema',
                         'pg_export_snapshot', 'pg_notify', 'pg_relation_filepath', 'pg_relation_filenode', 'pg_get_backend_memory_contexts',
                         'pg_show_all_settings', 'pg_indexes_size', 'pg_prepared_statement', 'pg_cursor')
        or p.proname like 'lo\_%' or p.proname in ('loread', 'lowrite')) 
        and p.proname <> 'pg_show_all_settings' loop
    execute format('revoke all on function %s from public', v.name);
  end loop;
end $$;
revoke all on pg_catalog.pg_largeobject, pg_catalog.pg_largeobject_metadata from public;

-- Migrations take turns by an advisory lock; only the owner may.
do $$
declare
  v record;
begin
  for v in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = 'pg_catalog'::regnamespace and (p.proname like 'pg_advisory%' or p.proname like 'pg_try_advisory%') loop
    execute format('grant execute on function %s to f_owner', v.name);
  end loop;
end $$;
