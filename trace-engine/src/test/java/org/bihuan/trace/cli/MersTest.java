package org.bihuan.trace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The 98 contact pairs of the Korean MERS outbreak of 2015 (reconhub/outbreaks, MIT), each as an hour together at a place
 * of its own: the first ring of everyone is then their list of contacts. Skipped where the data are absent.
 */
class MersTest {
    @TempDir
    Path folder;

    @Test
    void theFirstRingOfEveryoneIsTheirListOfContacts() throws IOException {
        Path data = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(path -> path.resolve("shared/data/mers-korea-2015/mers_korea_2015.contacts.csv"))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("absent"));
        Assumptions.assumeTrue(Files.exists(data), "the MERS contacts are not here");
        Map<String, TreeSet<String>> contacts = new TreeMap<>();
        List<String> rows = new ArrayList<>();
        int pair = 0;
        for (String line : Files.readAllLines(data).stream().skip(1).toList()) {
            String[] fields = line.replace("\"", "").split(",");
            contacts.computeIfAbsent(fields[0], person -> new TreeSet<>()).add(fields[1]);
            contacts.computeIfAbsent(fields[1], person -> new TreeSet<>()).add(fields[0]);
            int enter = 23_860_000 + 90 * pair; // May 2015, one pair after the other
            for (String person : List.of(fields[0], fields[1])) {
                rows.add(person + "," + fields[2] + " " + pair + "," + enter + "," + (enter + 60));
            }
            pair++;
        }
        TraceRun run = TraceRun.index(folder, "", rows.toArray(new String[0]));
        assertThat(pair).isEqualTo(98);
        for (Map.Entry<String, TreeSet<String>> person : contacts.entrySet()) {
            List<String> ring =
                    run.ring(person.getKey(), "--members-only --from 2015-05-01T00:00Z --to 2015-07-01T00:00Z");
            assertThat(ring.stream().skip(1)).containsExactlyElementsOf(person.getValue());
        }
    }
}
