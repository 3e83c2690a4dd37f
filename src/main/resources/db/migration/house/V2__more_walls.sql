-- Run by the superuser. What the first list of revocations left to PUBLIC, found by trying as each login.

-- No program of one's own inside the database: neither a DO block nor a function.
revoke usage on language plpgsql, sql from public;
grant usage on language plpgsql, sql to f_owner;

-- Numbers of what all sides together write, and the state of others' work.
do $$
declare
  v record;
begin
  for v in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = 'pg_catalog'::regnamespace and p.prokind = 'f' and (
        p.proname like 'pg\_current\_wal%' or p.proname like 'pg\_last\_wal%' or p.proname like 'pg\_walfile%' or p.proname like 'pg\_control\_%'
        or p.proname in ('pg_last_committed_xact', 'pg_xact_commit_timestamp', 'pg_xact_commit_timestamp_origin', 'pg_xact_status', 'txid_status',
                         'pg_sequence_last_value', 'pg_get_sequence_data', 'pg_filenode_relation', 'pg_isolation_test_session_is_blocked',
                         'pg_mcv_list_items', 'pg_prepared_xact', 'pg_get_shmem_allocations', 'pg_wal_lsn_diff', 'pg_get_wal_summarizer_state',
                         'pg_get_wal_resource_managers', 'pg_available_wal_summaries')) loop
    execute format('revoke all on function %s from public', v.name);
  end loop;
end $$;
revoke all on pg_catalog.pg_sequences from public;

-- Whoever comes to own a door function grants it by name.
alter default privileges revoke execute on functions from public;
do $$
declare
  r text;
begin
  foreach r in array array['d_door', 'd_door_perpetrator', 'd_access', 'd_audit'] loop
    execute format('alter default privileges for role %I revoke execute on functions from public', r);
  end loop;
end $$;
