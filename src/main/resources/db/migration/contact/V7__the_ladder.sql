-- Step 1, the centre's side: nobody waits unseen, and what was promised outlives the words.
create table ${schema}.reminder (
  thread uuid        not null references ${schema}.thread (id) on delete cascade,
  step   text        not null check (step in ('live_1', 'live_2', 'live_3', 'message_1', 'message_2', 'callback')),
  since  timestamptz not null,
  at     timestamptz not null,
  primary key (thread, step, since)
);
comment on table ${schema}.reminder is
  'Step 1. Each step of the ladder for who is unanswered, once for each wait: it is seen in the inbox and on my day. No words.';

create table ${schema}.promise (
  id      uuid primary key,
  thread  uuid        not null references ${schema}.thread (id) on delete cascade,
  kind    text        not null check (kind in ('callback', 'offer')),
  due_at  timestamptz not null,
  made_by uuid        not null,
  made_at timestamptz not null,
  kept_at timestamptz
);
comment on table ${schema}.promise is
  'Step 1. What was promised in a conversation: to get in touch, to ask again. Until the day after it the conversation lives on as a stub: the way back by words, and no words of hers or ours.';
create index promise_of_thread on ${schema}.promise (thread);
create index promise_due on ${schema}.promise (due_at) where kept_at is null;

grant select, insert, update, delete on ${schema}.reminder, ${schema}.promise to ${role};
