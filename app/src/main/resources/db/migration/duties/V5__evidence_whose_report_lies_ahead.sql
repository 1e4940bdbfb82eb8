-- Evidence whose report lies ahead: when it happened, and the moment from which the duty counts as met. Written beforehand,
-- so that lists are right at that moment even if no worker lives; whoever looks at the subject next fills met_*.
alter table ${schema}.duty add column foreseen_at timestamptz;
alter table ${schema}.duty add column foreseen_known_at timestamptz;
