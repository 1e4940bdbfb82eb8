-- Record: the way from a notice to the page that tells its holder why. Whoever has the token is asked who they are first.
create table ${schema}.why_link (
    notice uuid primary key references ${schema}.notice (id),
    token text not null unique,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    failures smallint not null default 0,
    locked_until timestamptz
);
-- Who had a document issued; the machine where nobody did. They do not answer an appeal against it.
create table ${schema}.issued_by (
    notice uuid primary key references ${schema}.notice (id),
    login text not null
);
-- Words of a document that are for its holder alone, sealed with that person's key: {answer} stands for them in the body.
create table ${schema}.sealed_words (
    notice uuid primary key references ${schema}.notice (id),
    data_key uuid not null,
    words bytea not null
);
alter table ${schema}.notice drop constraint notice_kind_check;
alter table ${schema}.notice add constraint notice_kind_check check (kind in ('NOTICE', 'RELEASE', 'WITHDRAWAL', 'REPLY'));

grant select, insert, update on ${schema}.why_link to ${application};
grant select, insert on ${schema}.issued_by, ${schema}.sealed_words to ${application};
