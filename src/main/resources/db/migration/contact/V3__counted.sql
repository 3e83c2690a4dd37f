-- Whether the figures know of a conversation: it is counted once, and what is counted outlives it.
alter table ${schema}.thread add counted boolean not null default false;
