package org.bihuan.city;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A school outbreak from one shared meal (keys cluster.* and background.*).
 *
 * @param kind kind of school
 * @param attack share that falls ill from the meal, one value a class
 * @param incubationHours median from the meal to the first symptom; {@code incubationFactor} its geometric deviation
 * @param secondary share of the others in these classes who catch it from a classmate, {@code secondaryHours} later
 * @param handlerOnsetHoursBefore a food handler fell ill this long before the meal
 * @param rollCall when absences are noted; who falls ill between it and {@code schoolEnds} on a school day is seen
 *     {@code noticedAfter} the onset
 * @param backgroundPerThousandDay single cases in all schools per thousand pupils and day
 */
record ClusterScenario(
        String kind,
        Instant exposureAt,
        List<Double> attack,
        double incubationHours,
        double incubationFactor,
        double secondary,
        Span secondaryHours,
        double staffAttack,
        WeightedList<String> illness,
        Span illnessHours,
        Span handlerOnsetHoursBefore,
        SampleScenario samples,
        LocalTime rollCall,
        LocalTime schoolEnds,
        Duration noticedAfter,
        List<DayOfWeek> schoolDays,
        double backgroundPerThousandDay) {

    ClusterScenario {
        attack = List.copyOf(attack);
        schoolDays = List.copyOf(schoolDays);
    }

    static ClusterScenario read(Values values, ZoneId zone) {
        return new ClusterScenario(
                values.text("cluster.kind"),
                values.read(
                        "cluster.exposureAt",
                        "a date and time such as 2020-07-20T11:40:00",
                        text -> LocalDateTime.parse(text).atZone(zone).toInstant()),
                values.read(
                        "cluster.attack",
                        "shares separated by commas",
                        text -> List.of(text.split(",")).stream()
                                .map(share -> Double.valueOf(share.strip()))
                                .toList()),
                values.number("cluster.incubationHours"),
                values.number("cluster.incubationFactor"),
                values.share("cluster.secondary"),
                values.span("cluster.secondaryHours"),
                values.share("cluster.staffAttack"),
                values.weightedWords("cluster.illness"),
                values.span("cluster.illnessHours"),
                values.span("cluster.handlerOnsetHoursBefore"),
                SampleScenario.read(values),
                values.read("cluster.rollCall", "a time of day such as 08:10", LocalTime::parse),
                values.read("cluster.schoolEnds", "a time of day such as 16:30", LocalTime::parse),
                Duration.ofMinutes(values.whole("cluster.noticedMinutes")),
                values.words("cluster.schoolDays").stream()
                        .map(DayOfWeek::valueOf)
                        .toList(),
                values.number("background.perThousandDay"));
    }

    /**
     * Samples of the ill.
     *
     * @param kind what is tested for
     * @param share share of the ill who are sampled
     * @param positive share of their samples that are positive
     * @param handlerHours one negative sample for each span, in hours after the handler's positive one
     */
    record SampleScenario(
            String kind, double share, Span sampleHours, Span resultHours, double positive, List<Span> handlerHours) {

        static SampleScenario read(Values values) {
            return new SampleScenario(
                    values.text("cluster.sampleKind"),
                    values.share("cluster.sampled"),
                    values.span("cluster.sampleHours"),
                    values.span("cluster.resultHours"),
                    values.share("cluster.positive"),
                    values.spans("cluster.handlerSampleHours"));
        }
    }
}
