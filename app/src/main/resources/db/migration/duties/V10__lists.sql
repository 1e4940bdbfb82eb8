-- Lists of roles that see the duties of a few owners only, and of what is done: found in order, without reading the others.
create index duty_unmet_county_owner on ${schema}.duty (county, owner, due_at, id)
    where met_fact is null and waived_at is null;
create index duty_unmet_street_owner on ${schema}.duty (street, owner, due_at, id)
    where met_fact is null and waived_at is null;
create index duty_met on ${schema}.duty (due_at, id) where met_fact is not null or foreseen_known_at is not null;
create index duty_met_county on ${schema}.duty (county, due_at, id)
    where met_fact is not null or foreseen_known_at is not null;
create index duty_met_county_owner on ${schema}.duty (county, owner, due_at, id)
    where met_fact is not null or foreseen_known_at is not null;
create index duty_met_street on ${schema}.duty (street, due_at, id)
    where met_fact is not null or foreseen_known_at is not null;
create index duty_waived on ${schema}.duty (due_at, id) where waived_at is not null;

-- Who of a region is under which measure, in the order of their ids.
create index measure_county on ${schema}.measure (county, subject);
create index measure_street on ${schema}.measure (street, subject);
create index measure_division on ${schema}.measure (division, subject);
