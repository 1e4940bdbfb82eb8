-- A file somebody sent, from upload to result. State: new, checked, unreadable, taking, done, forgotten.
create table ${schema}.upload (
    id uuid primary key,
    sender text collate "C" not null,
    file_name text not null,
    file_hash text not null,
    form text not null,
    sheet int not null,
    sheets text not null,
    drawn_up_at timestamptz not null,
    is_whole boolean not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    state text not null,
    message_zh text not null,
    message_en text not null,
    first_row bigint not null,
    last_row bigint not null,
    labels text not null,
    targets text not null,
    sample text not null,
    read_rows bigint not null,
    refused_rows bigint not null,
    doubled_rows bigint not null,
    added_rows bigint not null,
    changed_rows bigint not null,
    same_rows bigint not null,
    gone_rows bigint not null,
    facts bigint not null,
    attempt int not null
);
create index upload_latest on ${schema}.upload (uploaded_at desc, id);
create index upload_sender on ${schema}.upload (sender, drawn_up_at desc);

-- The bytes as sent, in pieces, until the upload is forgotten.
create table ${schema}.piece (
    upload uuid not null,
    number int not null,
    bytes bytea not null,
    primary key (upload, number)
);

-- The rows of an upload once read, until it is forgotten. Change: added, changed, same, double, refused.
create table ${schema}.line (
    upload uuid not null,
    line bigint not null,
    subject text collate "C" not null,
    hash uuid not null,
    cells text not null,
    errors_zh text not null,
    errors_en text not null,
    change text not null,
    number int not null,
    primary key (upload, line)
);
create index line_subject on ${schema}.line (upload, subject);

-- What a sender's ledger says now: one row a subject and number, with the facts that state it.
create table ${schema}.listed (
    sender text collate "C" not null,
    subject text collate "C" not null,
    number int not null,
    hash uuid not null,
    revision int not null,
    parts text not null,
    seen_in uuid not null,
    primary key (sender, subject, number)
);

-- How a sender's header is read, as somebody confirmed it.
create table ${schema}.mapping (
    sender text collate "C" not null,
    fingerprint text collate "C" not null,
    targets text not null,
    primary key (sender, fingerprint)
);

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.upload, ${schema}.mapping to ${application};
grant select, insert, update, delete on ${schema}.listed, ${schema}.line to ${application};
grant select, insert, delete on ${schema}.piece to ${application};
