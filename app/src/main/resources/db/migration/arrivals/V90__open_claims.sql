-- Whether the person claims a document that nobody has compared with them; said of their latest journey only, so that a
-- count of rows is one of people.
alter table ${schema}.journey add column is_claimed boolean not null default false;
create index journey_claimed on ${schema}.journey (at, id) where is_claimed;
