package org.bihuan.city;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.city.Traveller.Abroad;
import org.bihuan.city.Traveller.Care;
import org.bihuan.city.Traveller.Papers;
import org.bihuan.city.Traveller.Report;
import org.bihuan.city.Traveller.Source;
import org.bihuan.city.Traveller.Symptoms;
import org.bihuan.city.Traveller.Trip;

/**
 * Writes travellers as rows of comma-separated columns; an empty cell is unknown. A row is what one source knew: an
 * arrival told by three sources has three rows, in the order told, and the last holds everything. Cells need no quotes.
 */
public final class TravellerCsv {
    private static final List<String> COLUMNS = List.of(
            FactNames.PERSON,
            FactNames.ARRIVED_AT,
            FactNames.ORIGIN,
            FactNames.ORIGIN_RISK,
            FactNames.DESTINATION,
            FactNames.LEFT_ORIGIN_AT,
            FactNames.REGISTERED_AT,
            FactNames.DECLARED_AT,
            FactNames.CODE,
            FactNames.TESTS,
            FactNames.PORT,
            FactNames.ISOLATED_ELSEWHERE_DAYS,
            FactNames.BORN,
            FactNames.OCCUPATION,
            FactNames.SYMPTOMS,
            FactNames.ADMITTED_AT,
            FactNames.POSITIVE_AT);

    private final TimeText times;

    /** @param zone zone of the city */
    public TravellerCsv(ZoneId zone) {
        this.times = new TimeText(zone);
    }

    /** The column names. */
    public String header() {
        return String.join(",", COLUMNS);
    }

    /** The traveller's rows, without line ends. */
    public List<String> rows(Traveller traveller) {
        List<String> rows = new ArrayList<>();
        for (Trip trip : traveller.trips()) {
            for (Report report : trip.reports()) {
                rows.add(row(
                        traveller.person(),
                        trip,
                        report,
                        report.equals(trip.reports().getLast())));
            }
        }
        return rows;
    }

    private String row(Resident person, Trip trip, Report report, boolean last) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(FactNames.PERSON, person.id());
        cells.put(FactNames.ARRIVED_AT, times.of(report.arrivedAt()));
        cells.put(FactNames.ORIGIN, trip.origin().toString());
        cells.put(FactNames.DESTINATION, trip.destination().toString());
        cells.put(FactNames.BORN, person.born().toString());
        cells.put(FactNames.OCCUPATION, person.occupation());
        put(cells, FactNames.ORIGIN_RISK, trip.originRisk());
        Papers papers = trip.papers();
        if (last || report.source() == Source.DECLARATION) {
            time(cells, FactNames.DECLARED_AT, papers.declaredAt());
        }
        if (last || report.source() == Source.CHECKPOINT) {
            time(cells, FactNames.LEFT_ORIGIN_AT, trip.leftOriginAt());
            put(cells, FactNames.CODE, papers.code());
        }
        if (last) {
            time(cells, FactNames.REGISTERED_AT, papers.registeredAt());
            care(cells, trip);
        } else if (report.source() == Source.CHECKPOINT) {
            put(cells, FactNames.TESTS, papers.certificate().map(this::test));
        }
        return COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).collect(Collectors.joining(","));
    }

    private void care(Map<String, String> cells, Trip trip) {
        Care care = trip.care();
        put(cells, FactNames.PORT, trip.abroad().map(abroad -> abroad.port().toString()));
        put(
                cells,
                FactNames.ISOLATED_ELSEWHERE_DAYS,
                trip.abroad().map(Abroad::isolatedElsewhereDays).map(String::valueOf));
        cells.put(
                FactNames.TESTS,
                Stream.concat(trip.papers().certificate().stream(), care.tests().stream())
                        .map(this::test)
                        .collect(Collectors.joining(";")));
        put(cells, FactNames.SYMPTOMS, care.symptoms().map(Symptoms::kinds));
        time(cells, FactNames.ADMITTED_AT, care.admittedAt());
        time(cells, FactNames.POSITIVE_AT, care.positiveAt());
    }

    private String test(LabTest test) {
        return String.join(
                "/", times.of(test.sampledAt()), times.of(test.reportedAt()), test.result(), test.kind(), test.owner());
    }

    private void time(Map<String, String> cells, String column, Optional<Instant> time) {
        put(cells, column, time.map(times::of));
    }

    private static void put(Map<String, String> cells, String column, Optional<String> value) {
        value.ifPresent(text -> cells.put(column, text));
    }
}
