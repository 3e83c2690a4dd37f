-- What is asked on each page, and was looked for in whole tables: files that something was written in since, what is late for
-- everybody, the decisions of an investigation, the supports of a decision. Measured with 3,200 files (docs/performance.md).
create index file_by_noted on casework.file (noted_at);
create index task_due on casework.task (due_at) where done_at is null;
create index decision_of_investigation on casework.decision (investigation);
create index support_of_decision on casework.support (decision) where decision is not null;
