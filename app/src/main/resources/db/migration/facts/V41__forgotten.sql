-- Whose data were destroyed, and when, so that the calendar does not destroy the same again every day. Ids that tell nothing.
create table ${schema}.forgotten (
    subject text collate "C" primary key,
    at timestamptz not null
);

grant select, insert, update on ${schema}.forgotten to ${application};
