package org.bihuan.app.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.database.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The briefing of a city whose lists are longer than the memory of the server holds; {@code -Dbihuan.late=2000000} makes it
 * a greater one.
 */
@Tag("database")
@Tag("once")
class GreatCityTest {
    private static final int LATE = Integer.getInteger("bihuan.late", 200_000);
    private static final int ARRIVED = 60_000;

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Test
    void itIsFrozenAndCheckedWithoutHoldingItsLists() throws IOException, InterruptedException {
        CityRows city = new CityRows(database.jdbcOfOwner());
        Instant cut = Instant.parse("2020-07-26T23:30:00Z");
        city.addLate(LATE, cut);
        city.addHappened(ARRIVED, "arrival", cut);
        city.addHappened(ARRIVED / 2, "test", cut);
        city.addArrived(ARRIVED, cut);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GreatCityServer.class.getName()));
        command.addAll(List.of(database.arguments()));
        command.addAll(List.of(
                "--bihuan.home=" + System.getProperty("bihuan.home", ".."),
                "--bihuan.clock.time-machine=true",
                "--bihuan.clock.start=2020-07-20T12:00:00Z",
                "--bihuan.clock.speed=0",
                "--bihuan.active-packs=anshan-2020",
                "--bihuan.workers=0",
                "--bihuan.orders.worker=false",
                "--bihuan.briefing.check-every=1h",
                "--bihuan.briefing.made-up=1",
                "--server.port=0",
                "--logging.level.root=error"));
        Process server = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = server.inputReader().lines().toList();
        said.forEach(System.out::println);
        assertThat(server.waitFor(Duration.ofSeconds(30))).isTrue();
        long left = LATE - GreatCityServer.FORGOTTEN;
        assertThat(said)
                .contains(
                        "frozen " + LATE + " " + ARRIVED + " " + ARRIVED / 2,
                        "correction late " + LATE + " " + left + " +0 -" + GreatCityServer.FORGOTTEN);
        assertThat(said)
                .as("the city's whole and its county, and that county's own")
                .contains("corrections 3 in groups 1");
        assertThat(server.exitValue()).isZero();
    }
}
