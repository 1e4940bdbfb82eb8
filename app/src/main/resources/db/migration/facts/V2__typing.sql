-- What types a payload may change after it was recorded: a pack may declare a kind, or declare it anew. So the types are
-- derived: fields, occurred_at and stated_at follow from the payload, the two times as they were said, and the
-- declaration in force. A row whose declaration is not the one in force is typed when it is read.
alter table ${schema}.fact
    add column declaration uuid,
    add column fits boolean not null default true,
    add column occurred_said text,
    add column stated_said text;

-- Facts of before tell no longer whether their times were said or taken from a field; both give the same answer.
update ${schema}.fact
   set occurred_said = to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       stated_said = to_char(stated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- Facts that nobody has typed yet, and those that do not fit.
create index fact_untyped on ${schema}.fact (id) where declaration is null or not fits;

grant update (fields, occurred_at, stated_at, declaration, fits) on ${schema}.fact to ${application};
