package org.bihuan.trace.bench;

import java.util.List;
import java.util.Locale;

/**
 * The definition in SQL. Stays are loaded united and disjoint, so SQL need not unite. A shape says how the stays of a place
 * near an interval are found: the part that decides the rivals' speed.
 */
final class SqlText {
    private SqlText() {}

    /**
     * How to read the tables.
     *
     * @param name printed in the report
     * @param byPerson table with the stays by person
     * @param near stays of a place near [s.f, s.t): columns person, enter, leave, joined to s
     */
    record Shape(String name, String byPerson, String near) {}

    /** One index over all stays, looked through as far back as the longest stay. */
    static final Shape ONE_INDEX = new Shape("one index", "visit", """
            cross join lateral (
              select v.person, v.enter, v.leave from visit v
              where v.place = s.place and v.enter < s.t and v.enter > s.f - :longest and v.leave > s.f) v""");

    /** Two partial indexes, so that short stays are not looked for as far back as long ones: our own trick, in SQL. */
    static final Shape TWO_INDEXES = new Shape("two partial indexes", "visit", """
            cross join lateral (
              select v.person, v.enter, v.leave from visit v
              where v.place = s.place and v.enter < s.t and v.enter > s.f - 120 and v.leave > s.f and v.leave - v.enter <= 120
              union all
              select v.person, v.enter, v.leave from visit v
              where v.place = s.place and v.enter < s.t and v.enter > s.f - :longest and v.leave > s.f
                and v.leave - v.enter > 120) v""");

    /** Two sorted copies with zone maps, joined by hash. */
    static final Shape SORTED_COPIES = new Shape("two sorted copies", "by_person", """
            join by_place v on v.place = s.place and v.enter < s.t and v.enter > s.f - :longest and v.leave > s.f""");

    static final String MEMBERS = "select distinct person from pairs order by person";
    private static final String EXPLAINED =
            "select person, count(*), min(first) from pairs group by person order by person";
    private static final String OVERLAP = "least(v.leave, s.t) - greatest(v.enter, s.f)";

    static String firstRing(Shape shape, Question question, int person) {
        return fill(with(shape, "select " + person + " as person") + ring(shape, false), question);
    }

    /** The same with a parameter for the person, to be planned once. */
    static String firstRingPrepared(Shape shape, Question question) {
        return fill(with(shape, "select ?::int as person") + ring(shape, false), question);
    }

    static String firstRings(Shape shape, Question question, String cases) {
        return fill(with(shape, cases) + ring(shape, true), question);
    }

    private static String with(Shape shape, String cases) {
        return """
                with c as materialized (%s),
                s as materialized (
                  select c.person as case_person, p.place, greatest(p.enter, :from) as f, least(p.leave, :to) as t
                  from c join %s p on p.person = c.person
                  where p.enter < :to and p.enter > :from - :longest and p.leave > :from)
                """.formatted(cases, shape.byPerson());
    }

    private static String ring(Shape shape, boolean withCase) {
        String keys = withCase ? "s.case_person, v.person" : "v.person";
        return """
                select %1$s, sum(%2$s), count(*), min(greatest(v.enter, s.f)), max(least(v.leave, s.t))
                from s %3$s
                where v.person <> s.case_person
                group by %1$s having sum(%2$s) >= :min order by %1$s
                """.formatted(keys, OVERLAP, shape.near());
    }

    static String secondRing(Shape shape, Question question, int person, boolean isExplained) {
        String sql = with(shape, "select " + person + " as person")
                + """
                , ring as materialized (
                  select v.person, min(greatest(v.enter, s.f)) as first from s %3$s
                  where v.person <> s.case_person
                  group by v.person having sum(%2$s) >= :min),
                q as materialized (
                  select r.person as via, p.place, greatest(p.enter, r.first) as f, least(p.leave, :to) as t
                  from ring r join %1$s p on p.person = r.person
                  where p.enter < :to and p.enter > r.first - :longest and p.leave > r.first),
                pairs as (
                  select s.via, v.person, min(greatest(v.enter, s.f)) as first
                  from q s %3$s
                  where v.person <> %4$d and not exists (select 1 from ring where ring.person = v.person)
                  group by s.via, v.person having sum(%2$s) >= :min)
                """.formatted(shape.byPerson(), OVERLAP, shape.near(), person)
                + (isExplained ? EXPLAINED : MEMBERS);
        return fill(sql, question);
    }

    /**
     * The same in several statements over the tables {@code stage} (case_person, place, f, t) and {@code stage_ring} (person,
     * first). A scan of a table can be shared among workers, that of a materialized with cannot.
     */
    static List<String> firstRingsInSteps(Shape shape, Question question, String cases) {
        String stays = with(shape, cases).strip() + "\ninsert into stage select case_person, place, f, t from s";
        return List.of(
                "truncate stage",
                fill(stays, question),
                fill(ring(shape, true).replace("from s ", "from stage s "), question));
    }

    /** The second ring in several statements. */
    static List<String> secondRingInSteps(Shape shape, Question question, int person, boolean isExplained) {
        String ring = with(shape, "select " + person + " as person") + """
                insert into stage_ring
                select v.person, min(greatest(v.enter, s.f)) from s %s
                where v.person <> s.case_person
                group by v.person having sum(%s) >= :min
                """.formatted(shape.near(), OVERLAP);
        String stays = """
                insert into stage
                select r.person, p.place, greatest(p.enter, r.first), least(p.leave, :to)
                from stage_ring r join %s p on p.person = r.person
                where p.enter < :to and p.enter > r.first - :longest and p.leave > r.first
                """.formatted(shape.byPerson());
        String pairs = """
                with pairs as (
                  select s.case_person as via, v.person, min(greatest(v.enter, s.f)) as first
                  from stage s %s
                  where v.person <> %d and not exists (select 1 from stage_ring r where r.person = v.person)
                  group by s.case_person, v.person having sum(%s) >= :min)
                """.formatted(shape.near(), person, OVERLAP) + (isExplained ? EXPLAINED : MEMBERS);
        return List.of(
                "truncate stage, stage_ring", fill(ring, question), fill(stays, question), fill(pairs, question));
    }

    private static String fill(String sql, Question question) {
        return sql.replace(":from", text(question.from()))
                .replace(":to", text(question.to()))
                .replace(":longest", text(question.longest()))
                .replace(":min", text(question.minOverlap()));
    }

    private static String text(int value) {
        return String.format(Locale.ROOT, "%d", value);
    }
}
