-- What could tell who somebody is lies sealed in fields and payload. This is the index over it: keyed hashes of numbers,
-- names and parts of names. The key is not in the database.
create table ${schema}.lookup (
    hash uuid not null,
    subject text collate "C" not null,
    fact_id uuid not null,
    division bigint not null,
    is_document boolean not null,
    primary key (hash, subject, fact_id)
);
create index lookup_subject on ${schema}.lookup (subject);
create index lookup_documents on ${schema}.lookup (hash, subject) where is_document;

-- Ids given to people whom a source calls by the number of their resident card, and that number, sealed.
create table ${schema}.person_number (
    hash uuid primary key,
    subject text collate "C" not null,
    sealed bytea not null
);
create index person_number_subject on ${schema}.person_number (subject);

grant select, insert, delete on ${schema}.lookup, ${schema}.person_number to ${application};
