package org.bihuan.bench.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bihuan.policy.table.DmnReader;
import org.bihuan.policy.table.ParameterValues;
import org.bihuan.policy.table.TableDefinition;

/** The table and the inputs of the speed test. Not thread-safe. */
final class Arrivals {
    static final int COUNT = 4096;
    static final int VALIDITY_HOURS = 168;

    private static final List<String> RISKS = List.of("high", "medium", "low", "low", "low", "unknown");
    private static final List<String> CODES = List.of("green", "green", "green", "yellow", "red", "none", "unknown");
    private static final long SEED = 20200714;

    private Arrivals() {}

    /** The same ones each time. */
    static List<SyntheticArrival> list() {
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.generate(() -> new SyntheticArrival(
                        RISKS.get(random.nextInt(RISKS.size())),
                        CODES.get(random.nextInt(CODES.size())),
                        random.nextInt(20) == 0 ? VALIDITY_HOURS : random.nextInt(-10, 400) + random.nextInt(4) / 4.0,
                        random.nextInt(4) > 0,
                        random.nextInt(4) > 0))
                .limit(COUNT)
                .toList();
    }

    static byte[] file() {
        try (InputStream file = Objects.requireNonNull(Arrivals.class.getResourceAsStream("arrival.dmn"))) {
            return file.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static TableDefinition definition() {
        return DmnReader.read(new ByteArrayInputStream(file()), "arrival.dmn");
    }

    static ParameterValues parameters() {
        return ParameterValues.none().withNumber("certificate_validity_hours", VALIDITY_HOURS);
    }
}
