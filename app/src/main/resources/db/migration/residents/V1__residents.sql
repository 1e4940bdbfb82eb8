-- Who has said rightly who they are, for half an hour. The key lies as a keyed hash.
create table ${schema}.visit (
    key_hash uuid primary key,
    notice uuid not null,
    expires_at timestamptz not null
);
create index visit_expires on ${schema}.visit (expires_at);

-- Record: appeals against notices, their words sealed with the person's key.
create table ${schema}.appeal (
    id uuid primary key,
    notice uuid not null,
    number text not null,
    subject text collate "C" not null,
    ground text not null,
    data_key uuid not null,
    words bytea not null,
    filed_at timestamptz not null,
    due_at timestamptz not null,
    state text not null check (state in ('OPEN', 'ANSWERED')),
    answered_at timestamptz,
    answered_by text,
    outcome text,
    answer bytea,
    reply uuid
);
create index appeal_due on ${schema}.appeal (due_at, id) where state = 'OPEN';
create index appeal_notice on ${schema}.appeal (notice, filed_at);
-- One at a time against each notice.
create unique index appeal_one on ${schema}.appeal (notice) where state = 'OPEN';

-- It goes by whose responsibility the subject is.
alter table ${schema}.appeal enable row level security, force row level security;
create policy sight on ${schema}.appeal using (
    (select authority.level()) = 9
    or exists (select 1 from authority.subject_region r where r.subject = appeal.subject));

grant usage on schema ${schema} to ${application};
grant select, insert, delete on ${schema}.visit to ${application};
grant select, insert on ${schema}.appeal to ${application};
grant update (state, answered_at, answered_by, outcome, answer, reply) on ${schema}.appeal to ${application};
