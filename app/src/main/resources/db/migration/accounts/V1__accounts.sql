-- Who may log in. A password is kept as its hash; a second factor's secret as it is, since codes are computed from it.
create table ${schema}.account (
    id uuid primary key,
    login text collate "C" not null unique,
    name text not null,
    password text not null,
    password_set_at timestamptz not null,
    must_change boolean not null,
    second_factor bytea,
    second_factor_step bigint not null default 0,
    disabled_at timestamptz,
    created_at timestamptz not null,
    created_by text collate "C" not null
);

-- In which function somebody works, and where.
create table ${schema}.assignment (
    account uuid not null references ${schema}.account (id),
    role text collate "C" not null,
    division bigint not null,
    primary key (account, role, division)
);

-- Who is logged in: a random token, kept as its hash, in one of the account's roles.
create table ${schema}.session (
    id uuid primary key,
    token bytea not null unique,
    account uuid not null references ${schema}.account (id),
    role text collate "C" not null,
    division bigint not null,
    waits_for_code boolean not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    address text not null,
    agent text not null
);
create index session_account on ${schema}.session (account, created_at);

-- Failed log-ins, by the address they came from and by the name that was tried, whether or not there is such an account.
create table ${schema}.attempt (
    key text collate "C" primary key,
    failures int not null,
    locked_until timestamptz,
    failed_at timestamptz not null
);

-- Keys of machines: shown once, kept as a hash.
create table ${schema}.service_key (
    id uuid primary key,
    prefix text collate "C" not null unique,
    hash bytea not null,
    name text not null,
    role text collate "C" not null,
    division bigint not null,
    created_at timestamptz not null,
    created_by text collate "C" not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    used_at timestamptz
);

-- The one-time token that makes the first administrator.
create table ${schema}.setup (
    only_row boolean primary key default true check (only_row),
    token bytea not null
);

-- What happened to accounts, for the security officer. Never changed.
create table ${schema}.event (
    seq bigint generated always as identity primary key,
    at timestamptz not null,
    kind text collate "C" not null,
    login text collate "C" not null,
    actor text collate "C" not null,
    address text not null,
    detail text not null
);
create index event_login on ${schema}.event (login, seq);

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.account, ${schema}.service_key to ${application};
grant select, insert, update, delete on ${schema}.assignment, ${schema}.session, ${schema}.attempt, ${schema}.setup
    to ${application};
grant select, insert on ${schema}.event to ${application};
