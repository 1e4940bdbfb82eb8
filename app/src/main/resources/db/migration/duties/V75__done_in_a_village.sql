-- What is done in a village is read in order, as what is left to do is.
create index duty_met_division on ${schema}.duty (division, due_at, id)
    where met_fact is not null or foreseen_known_at is not null;
