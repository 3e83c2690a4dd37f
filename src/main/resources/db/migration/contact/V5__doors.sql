-- By which of the public face's doors somebody came, in any of its sixteen languages.
alter table ${schema}.thread drop constraint thread_language_check;
alter table ${schema}.thread add constraint thread_language_check check
  (language in ('sv', 'latt', 'en', 'ar', 'so', 'fa', 'ti', 'ckb', 'kmr', 'tr', 'sq', 'bs', 'ru', 'uk', 'es', 'fi'));
alter table ${schema}.thread add door text not null
  default (case '${schema}' when 'contact_perpetrator' then 'change' when 'contact_professional' then 'professional' else 'support' end)
  check (case '${schema}' when 'contact_perpetrator' then door = 'change' when 'contact_professional' then door = 'professional'
         else door in ('support', 'worried', 'young') end);
comment on column ${schema}.thread.door is 'Step 1. The door she chose on the first screen: which words greet her and in which list she waits.';

-- As begin, and by which door. Sent again it changes nothing.
grant create on schema ${door} to ${definer};
create function ${door}.begin_at(
    p_door text, p_thread uuid, p_kek text, p_wrapped bytea, p_token_hash bytea, p_visit_wrapped bytea,
    p_language text, p_script boolean, p_client_id uuid, p_sealed bytea,
    out answer text, out seq integer, out thread uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  select b.answer, b.seq, b.thread into answer, seq, thread
    from ${door}.begin(p_thread, p_kek, p_wrapped, p_token_hash, p_visit_wrapped, p_language, p_script, p_client_id, p_sealed) b;
  update ${schema}.thread t set door = p_door where t.id = p_thread;
end $$;
revoke all on function ${door}.begin_at from public;
grant execute on function ${door}.begin_at to f_front;
alter function ${door}.begin_at owner to ${definer};
revoke create on schema ${door} from ${definer};
