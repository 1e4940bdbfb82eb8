package org.bihuan.app.arrivals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;

/**
 * The journey that a declaration tells: six fields (S4-17), and what entrants from abroad say beside them. All who travel
 * together have one.
 *
 * @param told by the fields' names
 */
record Journeyed(Map<String, Object> told) {
    private static final List<String> REQUIRED = List.of("transport", "route", "testHistory", "health");
    private static final List<String> OPTIONAL = List.of("port", "isolatedElsewhereDays", Words.PLATE);
    private static final String JOURNEY_AT = "journeyAt";
    private static final String ALONE = "无 none";

    static Journeyed read(Fields fields, Labels labels, ZoneId zone) {
        Map<String, Object> told = new HashMap<>();
        for (String name : REQUIRED) {
            told.put(name, fields.text(name, labels.of(Words.DECLARATION, name)));
        }
        Wording label = labels.of(Words.DECLARATION, JOURNEY_AT);
        told.put(JOURNEY_AT, fields.requiredMoment(JOURNEY_AT, label, zone));
        for (String name : OPTIONAL) {
            told.put(name, fields.optional(name, labels.of(Words.DECLARATION, name)));
        }
        Instant entered = fields.moment(Words.ENTERED_AT, labels.of(Words.DECLARATION, Words.ENTERED_AT), zone);
        if (entered != null) {
            told.put(Words.ENTERED_AT, entered);
        }
        if (fields.of("abroad").equals("yes") && !fields.has("port")) {
            throw new Refused(
                    "port",
                    labels.of(Words.DECLARATION, "port"),
                    "",
                    new Wording("从境外来须填写入境口岸", "is required of whoever comes from abroad"));
        }
        return new Journeyed(told);
    }

    /** The facts about one of the people: who they are, and the journey. */
    void add(
            RawFacts all,
            DeclaredPerson person,
            DivisionCode origin,
            DivisionCode destination,
            Instant expected,
            String key,
            Instant now) {
        SubjectId subject = subject(key, person.number());
        Map<String, Object> who = new HashMap<>();
        who.put("name", person.name());
        who.put("phone", person.phone());
        who.put(Words.CLAIMED_NUMBER, person.document());
        who.put("claimedKind", person.documentKind());
        who.put("residence", destination);
        all.add(person.number() + "/person", Words.PERSON, List.of(subject), destination, who);
        Map<String, Object> journey = new HashMap<>(told);
        journey.put("appDeclaredAt", now);
        journey.put("receipt", Declarations.number(key));
        journey.put(Words.EXPECTED_AT, expected);
        journey.put(Words.ORIGIN, origin);
        journey.put(Words.DESTINATION, destination);
        journey.put("companions", person.number() == 0 ? ALONE : "随同申报 declared together");
        all.add(Integer.toString(person.number()), Words.DECLARATION, List.of(subject), destination, journey);
    }

    /** The same form gives the same person, so that a repeat is a repeat. */
    static SubjectId subject(String key, int person) {
        return new SubjectId(
                Words.PERSON,
                "d"
                        + HashId.of("declared", key, Integer.toString(person))
                                .toString()
                                .replace("-", ""));
    }
}
