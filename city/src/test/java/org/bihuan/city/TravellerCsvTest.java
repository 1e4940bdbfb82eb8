package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.city.Traveller.Report;
import org.bihuan.city.Traveller.Trip;
import org.junit.jupiter.api.Test;

class TravellerCsvTest {
    private static final String HEADER = "person,arrivedAt,origin,originRisk,destination,leftOriginAt,registeredAt,"
            + "declaredAt,code,tests,port,isolatedElsewhereDays,born,occupation,symptoms,admittedAt,positiveAt";

    private final City city = Cities.of(20_000, TestSeed.next("csv"));
    private final TravellerCsv csv = new TravellerCsv(city.scenario().zone());

    @Test
    void headerIsTheContract() {
        assertThat(csv.header()).isEqualTo(HEADER);
    }

    @Test
    void rowsReadBackAreTheTraveller() {
        for (Traveller traveller : Cities.travellers(city)) {
            List<Map<String, String>> rows =
                    csv.rows(traveller).stream().map(TravellerCsvTest::cells).toList();
            int row = 0;
            for (Trip trip : traveller.trips()) {
                for (Report report : trip.reports()) {
                    assertThat(rows.get(row))
                            .containsEntry("person", traveller.person().id())
                            .containsEntry("origin", trip.origin().toString())
                            .containsEntry("destination", trip.destination().toString())
                            .containsEntry("originRisk", trip.originRisk().orElse(""));
                    assertThat(time(rows.get(row), "arrivedAt")).contains(seconds(report.arrivedAt()));
                    row++;
                }
                assertLastRow(rows.get(row - 1), traveller, trip);
            }
            assertThat(rows).hasSize(row);
        }
    }

    private static void assertLastRow(Map<String, String> cells, Traveller traveller, Trip trip) {
        assertThat(time(cells, "leftOriginAt")).isEqualTo(trip.leftOriginAt().map(TravellerCsvTest::seconds));
        assertThat(time(cells, "registeredAt"))
                .isEqualTo(trip.papers().registeredAt().map(TravellerCsvTest::seconds));
        assertThat(time(cells, "declaredAt"))
                .isEqualTo(trip.papers().declaredAt().map(TravellerCsvTest::seconds));
        assertThat(time(cells, "admittedAt")).isEqualTo(trip.care().admittedAt().map(TravellerCsvTest::seconds));
        assertThat(time(cells, "positiveAt")).isEqualTo(trip.care().positiveAt().map(TravellerCsvTest::seconds));
        assertThat(cells)
                .containsEntry("code", trip.papers().code().orElse(""))
                .containsEntry("born", traveller.person().born().toString())
                .containsEntry("occupation", traveller.person().occupation())
                .containsEntry(
                        "port",
                        trip.abroad().map(abroad -> abroad.port().toString()).orElse(""));
        String written = cells.getOrDefault("tests", "");
        List<String> tests = written.isEmpty() ? List.of() : List.of(written.split(";"));
        assertThat(tests)
                .hasSize(trip.papers().certificate().map(_ -> 1).orElse(0)
                        + trip.care().tests().size());
        for (String test : tests) {
            String[] parts = test.split("/");
            assertThat(parts).hasSize(5);
            assertThat(OffsetDateTime.parse(parts[0])).isBefore(OffsetDateTime.parse(parts[1]));
            assertThat(parts[2]).isIn("negative", "positive", "invalid");
            assertThat(parts[3]).isIn("nucleic-acid", "antibody");
            assertThat(parts[4]).isIn("self", "other");
        }
    }

    private static Map<String, String> cells(String row) {
        String[] columns = HEADER.split(",");
        String[] cells = row.split(",", -1);
        assertThat(cells).hasSameSizeAs(columns);
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            byColumn.put(columns[i], cells[i]);
        }
        return byColumn;
    }

    private static Optional<Instant> time(Map<String, String> cells, String column) {
        return Optional.of(cells.getOrDefault(column, ""))
                .filter(cell -> !cell.isEmpty())
                .map(cell -> {
                    assertThat(cell).endsWith("+08:00");
                    return OffsetDateTime.parse(cell).toInstant();
                });
    }

    private static Instant seconds(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond());
    }
}
