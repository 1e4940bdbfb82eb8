package org.bihuan.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.backup.FilledInstallation;
import org.bihuan.app.database.Installation;
import org.bihuan.app.duties.Duties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** kill -9 of the server while it issues and hands over: no number is lost or doubled, no paper made twice or never. */
@Tag("kill")
class KilledOutboxTest {
    private static final int PEOPLE = 30;
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void everyoneGetsOnePaperWithTheNextNumber() throws Exception {
        Path data = folder.resolve("data");
        Path outbox = folder.resolve("outbox");
        long restricted;
        try (ConfigurableApplicationContext server = FilledInstallation.serve(data, "--bihuan.replay=true")) {
            FilledInstallation.append(server, 0, PEOPLE);
            FilledInstallation.settle(server);
            restricted = Asking.asMachine(() -> server.getBean(Duties.class)
                    .countUnderMeasure(
                            Set.of("central-isolation"),
                            server.getBean(Clock.class).instant()));
        }
        assertThat(restricted).isPositive();
        Random random = new Random();
        for (int round = 0; round < ROUNDS; round++) {
            Process server = start(data, outbox);
            boolean ended = server.waitFor(5_000 + random.nextInt(6_000), TimeUnit.MILLISECONDS);
            assertThat(ended).as("the server runs until it is killed").isFalse();
            server.destroyForcibly();
            assertThat(server.waitFor(Duration.ofSeconds(30))).isTrue();
            System.out.println("killed with " + papers(outbox).size() + " papers");
        }
        Process last = start(data, outbox);
        try {
            for (int i = 0; i < 1_200 && papers(outbox).size() < restricted; i++) {
                Thread.sleep(100);
            }
            Thread.sleep(8_000); // what a killed run had taken is taken again; a paper too many would be made
        } finally {
            last.destroy();
            assertThat(last.waitFor(Duration.ofSeconds(60))).isTrue();
        }
        try (Installation installation = Installation.reach(data, FilledInstallation.PROGRAMS)) {
            List<String> numbers = texts(installation, "select number from notices.notice order by number");
            assertThat(numbers).hasSize((int) restricted);
            assertThat(numbers.getLast()).endsWith(String.format("%06d", restricted));
            Set<String> handed = new TreeSet<>(
                    texts(installation, "select id::text from notices.delivery where state = 'HANDED_OVER'"));
            assertThat(papers(outbox)).isEqualTo(handed).hasSize((int) restricted);
        }
    }

    private static List<String> texts(Installation installation, String sql) throws Exception {
        List<String> texts = new ArrayList<>();
        try (Connection connection =
                        installation.superuser(Installation.database()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Set<String> papers(Path outbox) throws Exception {
        if (!Files.isDirectory(outbox.resolve("print"))) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(outbox.resolve("print"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pdf"))
                    .map(name -> name.substring(0, name.length() - ".pdf".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Process start(Path data, Path outbox) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BihuanApplication.class.getName(),
                        "--bihuan.data=" + data,
                        "--bihuan.home=" + FilledInstallation.HOME,
                        "--bihuan.active-packs=anshan-2020,norovirus-school",
                        "--bihuan.clock.time-machine=true",
                        "--bihuan.notices.automatic=true",
                        "--bihuan.notices.every=1s",
                        "--bihuan.notices.lease=5s",
                        "--bihuan.notices.outbox=" + outbox,
                        "--server.port=0")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
