-- What was uploaded is sealed from now on with a key of the upload's own, which goes when the upload is forgotten.
alter table ${schema}.piece add column is_sealed boolean not null default false;

-- Uploads of before made ids of people from an unkeyed hash of the document; who has such an id keeps it.
alter table ${schema}.upload add column has_plain_ids boolean not null default true;
alter table ${schema}.upload alter column has_plain_ids set default false;
create index listed_subject on ${schema}.listed (subject);
