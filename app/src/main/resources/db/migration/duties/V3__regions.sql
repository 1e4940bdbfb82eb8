-- Codes of a row's region by level, so that whoever sees one city, county or street finds theirs by equality.
alter table ${schema}.duty
    add column city int generated always as ((division / 100000000)::int) stored,
    add column county int generated always as ((division / 1000000)::int) stored,
    add column street int generated always as ((division / 1000)::int) stored;
create index duty_unmet_county on ${schema}.duty (county, due_at, id) where met_fact is null and waived_at is null;
create index duty_unmet_street on ${schema}.duty (street, due_at, id) where met_fact is null and waived_at is null;

alter table ${schema}.measure
    add column city int generated always as ((division / 100000000)::int) stored,
    add column county int generated always as ((division / 1000000)::int) stored,
    add column street int generated always as ((division / 1000)::int) stored;
