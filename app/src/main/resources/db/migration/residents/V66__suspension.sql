-- Whether whoever appeals asked that the measure be not carried out until the answer, and whether somebody granted that:
-- once, on a ground of the rules, until a moment or the answer.
alter table ${schema}.appeal add column asks_suspension boolean not null default false;
alter table ${schema}.appeal add column suspended_at timestamptz;
alter table ${schema}.appeal add column suspended_until timestamptz;
alter table ${schema}.appeal add column suspended_by text;
alter table ${schema}.appeal add column suspended_on text;
alter table ${schema}.appeal add constraint appeal_suspended_whole check (
    (suspended_at is null) = (suspended_until is null) and (suspended_at is null) = (suspended_by is null)
    and (suspended_at is null) = (suspended_on is null));

grant update (suspended_at, suspended_until, suspended_by, suspended_on) on ${schema}.appeal to ${application};
