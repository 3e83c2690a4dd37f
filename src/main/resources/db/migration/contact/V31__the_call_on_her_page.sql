-- Step 1. Her page knows how it stands with the call that she wished, so that it offers to take back only what stands, and tells what became of it.
grant create on schema ${door} to ${definer};

-- As before, and how it stands with her call.
drop function ${door}.visited;
create function ${door}.visited(p_token_hash bytea)
  returns table (thread uuid, wrapped bytea, last_seq integer, script boolean, has_phrase boolean, state text, typing boolean, new_words boolean, lost text, call text)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  with alive as (
    update ${schema}.visit v set expires_at = clock_timestamp() + ${door}.idle(v.script), faded = false
      where v.token_hash = p_token_hash and v.wrapped is not null and v.expires_at > clock_timestamp()
      returning v.thread, v.wrapped, v.script, v.renewed)
  select a.thread, a.wrapped, t.last_seq, a.script,
         exists (select from ${schema}.phrase p where p.thread = a.thread and p.ends_at is null), t.state,
         exists (select from ${schema}.presence p where p.thread = a.thread and p.who <> a.thread and p.typing_until > clock_timestamp()),
         ${door}.has_new_words(a.thread), ${door}.lost(a.thread, a.renewed), c.state
    from alive a join ${schema}.thread t on t.id = a.thread left join ${schema}.callback c on c.thread = a.thread
$$;

-- As before, and how it stands with the call. Only those pages that something is to be told.
drop function ${door}.signs;
create function ${door}.signs(p_token_hashes bytea[])
  returns table (token_hash bytea, typing boolean, new_words boolean, lost text, call text)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
  select s.* from (
    select v.token_hash,
           exists (select from ${schema}.presence p where p.thread = v.thread and p.who <> v.thread and p.typing_until > clock_timestamp()) as typing,
           ${door}.has_new_words(v.thread) as new_words,
           ${door}.lost(v.thread, v.renewed) as lost,
           (select c.state from ${schema}.callback c where c.thread = v.thread and c.state in ('wished', 'given_up', 'stopped')) as call
      from ${schema}.visit v
      where v.token_hash = any (p_token_hashes) and v.wrapped is not null and v.expires_at > clock_timestamp()) s
    where s.typing or s.new_words or s.lost is not null or s.call is not null
$$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${door}'::regnamespace and p.proname in ('visited', 'signs') loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to f_front', f.name);
    execute format('alter function %s owner to ${definer}', f.name);
  end loop;
end $$;
revoke create on schema ${door} from ${definer};
