-- Whoever asks for their own duties finds them without looking through everybody's.
create index duty_unmet_assignee on ${schema}.duty (assignee, due_at, id)
    where met_fact is null and waived_at is null and assignee is not null;
