-- Whose data are kept for a law case, by whose order, on which ground and until when: nobody destroys them meanwhile. In force
-- once somebody else has agreed, and until the moment, or until two people have lifted it. Ids only, never names.
create table ${schema}.hold (
    id uuid primary key,
    subject text collate "C",
    kinds text,
    division bigint,
    before timestamptz,
    ordered_by text not null,
    basis text not null,
    until timestamptz not null,
    asked_by text collate "C" not null,
    asked_at timestamptz not null,
    approved_by text collate "C",
    approved_at timestamptz,
    lift_asked_by text collate "C",
    lift_asked_at timestamptz,
    lifted_by text collate "C",
    lifted_at timestamptz,
    check ((subject is null) <> (kinds is null and division is null and before is null)),
    check ((approved_by is null) = (approved_at is null)),
    check (lifted_by is null or lift_asked_by is not null),
    check (approved_by <> asked_by),
    check (lifted_by <> lift_asked_by)
);
create index hold_latest on ${schema}.hold (asked_at desc, id);

grant select, insert on ${schema}.hold to ${application};
grant update (approved_by, approved_at, lift_asked_by, lift_asked_at, lifted_by, lifted_at) on ${schema}.hold to ${application};
