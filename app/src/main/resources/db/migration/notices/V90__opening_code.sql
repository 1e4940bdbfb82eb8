-- The code that somebody who had the holder before them gave out: whoever is known by neither year of birth nor document
-- opens the page that tells why with it. It lies as a keyed hash; a new one takes the place of the one before.
alter table ${schema}.why_link add column code uuid;
alter table ${schema}.why_link add column code_at timestamptz;
alter table ${schema}.why_link add column code_by text;
alter table ${schema}.why_link add constraint why_link_code_whole check (
    (code is null) = (code_at is null) and (code is null) = (code_by is null));
