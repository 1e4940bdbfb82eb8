package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.junit.jupiter.api.Test;

/** The ledger that was tuned by hand still reads as the generator's files do, but for the rows that are bad on purpose. */
class LedgerTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("bihuan.home", ".."), "packs", "anshan-2020", "ledger");
    private static final OffsetDateTime AT = OffsetDateTime.parse("2020-08-01T09:00:00+08:00");
    private static final List<String> TIMES =
            List.of("arrivedAt", "leftOriginAt", "registeredAt", "declaredAt", "admittedAt", "positiveAt");

    private final Table ledger = Table.read("travellers-50.csv", Files.readString(FOLDER.resolve("travellers-50.csv")));

    LedgerTest() throws IOException {}

    @Test
    void holdsFiftyTravellersUnderTheContractsHeader() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("travellers-50.csv")))
                .startsWith(new TravellerCsv(ZoneId.of("Asia/Shanghai")).header() + "\n")
                .doesNotContain("\r", "\"", "#");
        assertThat(ledger.size()).isEqualTo(54);
        assertThat(persons()).hasSize(50);
    }

    @Test
    void onlyTheRowsBadOnPurposeAreBad() {
        Set<String> bad = new TreeSet<>();
        for (int row = 0; row < ledger.size(); row++) {
            for (String column : TIMES) {
                if (ledger.find(row, column).isPresent() && !isGoodTime(row, column)) {
                    bad.add(ledger.get(row, "person") + " " + column);
                }
            }
            for (String column : List.of("origin", "destination")) {
                if (!Divisions.load().exists(DivisionCode.of(ledger.get(row, column)))) {
                    bad.add(ledger.get(row, "person") + " " + column);
                }
            }
        }
        assertThat(bad)
                .containsExactly(
                        "P90000019 arrivedAt",
                        "P90000042 destination",
                        "P90000048 arrivedAt",
                        "P90000049 origin",
                        "P90000050 registeredAt");
    }

    @Test
    void testsAreWrittenInFivePartsAndSampledBeforeTheDecision() {
        for (int row = 0; row < ledger.size(); row++) {
            for (String test :
                    ledger.find(row, "tests").map(cell -> cell.split(";")).orElse(new String[0])) {
                String[] parts = test.split("/");
                assertThat(parts).hasSize(5);
                assertThat(OffsetDateTime.parse(parts[0])).isBefore(AT).isBefore(OffsetDateTime.parse(parts[1]));
                assertThat(parts[2]).isIn("negative", "positive", "invalid");
                assertThat(parts[3]).isIn("nucleic-acid", "antibody");
                assertThat(parts[4]).isIn("self", "other");
            }
        }
    }

    @Test
    void readmeExplainsEveryTraveller() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        assertThat(persons()).allSatisfy(person -> assertThat(readme).contains("| " + person + " |"));
    }

    private Set<String> persons() {
        Set<String> persons = new TreeSet<>();
        for (int row = 0; row < ledger.size(); row++) {
            persons.add(ledger.get(row, "person"));
        }
        return persons;
    }

    /** With a zone, and not after the decision unless it is an arrival declared before. */
    private boolean isGoodTime(int row, String column) {
        try {
            boolean planned =
                    column.equals("arrivedAt") && ledger.find(row, "declaredAt").isPresent();
            return planned || !OffsetDateTime.parse(ledger.get(row, column)).isAfter(AT);
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
