-- Step 1. Answers to the questions of danger that somebody of ours has begun to write and not kept yet: she is called away, and finds them
-- again. They are hers alone, and belong to the conversation they were told in: nobody else is shown them, in no other conversation.
create table ${schema}.screening_draft (
  thread  uuid        not null references ${schema}.thread (id) on delete cascade,
  author  uuid        not null,
  id      uuid        not null unique,
  seen    integer     not null check (seen >= 0),
  at      timestamptz not null,
  version integer     not null check (version > 0),
  sealed  bytea       not null check (octet_length(sealed) between 1 and 60000),
  primary key (thread, author)
);
comment on table ${schema}.screening_draft is
  'Step 1. Half-written answers about danger, one for each of us in a conversation, sealed under the conversation''s key; gone when they are kept, and with its words. 26 kap. 1 § OSL.';
grant select, insert, update, delete on ${schema}.screening_draft to ${role};
