-- The application asks by equality on its user's level; the policies below only verify that it did. They fail closed,
-- also for the owner of the tables.
alter table ${schema}.duty enable row level security, force row level security;
create policy sight on ${schema}.duty using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code()) or division is null
        when 1 then city / 100 = (select authority.code()) or division is null
        else false end);

alter table ${schema}.measure enable row level security, force row level security;
create policy sight on ${schema}.measure using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code()) or division is null
        when 1 then city / 100 = (select authority.code()) or division is null
        else false end);

-- The rest goes by whose responsibility the subject is.
alter table ${schema}.subject enable row level security, force row level security;
create policy sight on ${schema}.subject using (
    (select authority.level()) = 9
    or exists (select 1 from authority.subject_region r where r.subject = subject.subject));

alter table ${schema}.decision enable row level security, force row level security;
create policy sight on ${schema}.decision using (
    (select authority.level()) = 9
    or exists (select 1 from authority.subject_region r where r.subject = decision.subject));

alter table ${schema}.signal enable row level security, force row level security;
create policy sight on ${schema}.signal using (
    (select authority.level()) = 9
    or exists (select 1 from authority.subject_region r where r.subject = signal.source));
