-- Who somebody is elsewhere: linked by an administrator, never by themselves. One account a subject and issuer.
create table ${schema}.oidc_link (
    issuer text collate "C" not null,
    subject text collate "C" not null,
    account uuid not null unique references ${schema}.account (id),
    linked_by text collate "C" not null,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);

-- Log-ins that have gone to the other place and are not back yet: ten minutes, one use.
create table ${schema}.oidc_pending (
    token bytea primary key,
    state text not null,
    nonce text not null,
    verifier text not null,
    back text not null,
    agent text not null,
    created_at timestamptz not null
);

-- Which person the account's user is: the keyed hash of their document, so that looking oneself up is noticed.
alter table ${schema}.account add column person uuid;

grant select, insert, delete on ${schema}.oidc_link, ${schema}.oidc_pending to ${application};
