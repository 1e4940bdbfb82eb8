-- What was late at a moment of the past: unmet until now (found as before), or met or waived only after that moment.
create index duty_met_known on ${schema}.duty (met_known_at) where met_fact is not null;
create index duty_waived_at on ${schema}.duty (waived_at) where waived_at is not null;
