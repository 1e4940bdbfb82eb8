-- A list is read in the order of time; what does not belong to it is passed over within the index, without looking at the
-- row: what is scheduled among what is open, and what others owe among what is done.
drop index ${schema}.duty_unmet;
create index duty_unmet on ${schema}.duty (due_at, id, least(opens_at, due_at)) where met_fact is null and waived_at is null;
drop index ${schema}.duty_unmet_county;
create index duty_unmet_county on ${schema}.duty (county, due_at, id, least(opens_at, due_at))
    where met_fact is null and waived_at is null;
drop index ${schema}.duty_unmet_street;
create index duty_unmet_street on ${schema}.duty (street, due_at, id, least(opens_at, due_at))
    where met_fact is null and waived_at is null;
drop index ${schema}.duty_unmet_county_owner;
create index duty_unmet_county_owner on ${schema}.duty (county, owner, due_at, id, least(opens_at, due_at))
    where met_fact is null and waived_at is null;
drop index ${schema}.duty_unmet_street_owner;
create index duty_unmet_street_owner on ${schema}.duty (street, owner, due_at, id, least(opens_at, due_at))
    where met_fact is null and waived_at is null;

drop index ${schema}.duty_met;
create index duty_met on ${schema}.duty (due_at, id, owner) where met_fact is not null or foreseen_known_at is not null;
drop index ${schema}.duty_met_county;
drop index ${schema}.duty_met_county_owner;
create index duty_met_county on ${schema}.duty (county, due_at, id, owner)
    where met_fact is not null or foreseen_known_at is not null;
drop index ${schema}.duty_met_street;
create index duty_met_street on ${schema}.duty (street, due_at, id, owner)
    where met_fact is not null or foreseen_known_at is not null;
create index duty_met_division on ${schema}.duty (division, due_at, id, owner)
    where met_fact is not null or foreseen_known_at is not null;
