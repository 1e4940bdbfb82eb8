package org.bihuan.app.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.accounts.Assignment;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A server on a data folder of its own, and the commands about it. */
public final class FilledInstallation {
    public static final Path HOME =
            Path.of(System.getProperty("bihuan.home", "..")).toAbsolutePath().normalize();
    public static final Path PROGRAMS = HOME.resolve("var/programs");

    private FilledInstallation() {}

    public static ConfigurableApplicationContext serve(Path data, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--bihuan.data=" + data,
                "--bihuan.home=" + HOME,
                "--bihuan.active-packs=anshan-2020,norovirus-school",
                "--bihuan.clock.time-machine=true",
                "--bihuan.clock.start=2020-07-26T12:00:00Z",
                "--server.port=0"));
        arguments.addAll(List.of(more));
        return SpringApplication.run(BihuanApplication.class, arguments.toArray(String[]::new));
    }

    /** What a machine of the city's headquarters logs in with. */
    static String key(ConfigurableApplicationContext server) {
        Assignment everything = new Assignment(Roles.builtIn().get("headquarters"), DivisionCode.of("210300000000"));
        return server.getBean(ServiceKeys.class).add("test", everything, Duration.ofDays(1), "test");
    }

    static RawFact arrival(int number) {
        SubjectId person = new SubjectId("person", "p" + number);
        return new RawFact(
                "test",
                "arrival-" + number,
                "arrival",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", person)),
                null,
                Map.of(
                        "arrivedAt",
                        "2020-07-25T10:00+08:00",
                        "name",
                        "张三\t\\N \"" + number,
                        "origin",
                        "210202000000",
                        "originRisk",
                        number % 3 == 0 ? "low" : "high",
                        "destination",
                        number % 2 == 0 ? "210302000000" : "210303000000"));
    }

    public static List<Append> append(ConfigurableApplicationContext server, int from, int to) {
        List<RawFact> facts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            facts.add(arrival(i));
        }
        return Asking.asMachine(() -> server.getBean(Facts.class)
                .append(
                        facts,
                        server.getBean(Rules.class).reader(),
                        server.getBean(Clock.class).instant()));
    }

    public static void settle(ConfigurableApplicationContext server) throws InterruptedException {
        while (server.getBean(Duties.class)
                        .lag(server.getBean(Clock.class).instant())
                        .marks()
                > 0) {
            Thread.sleep(20);
        }
    }

    /** What a command came to. */
    record Outcome(int exit, String answer, String progress) {}

    static Outcome run(String... arguments) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(answer, true, StandardCharsets.UTF_8);
                PrintStream error = new PrintStream(progress, true, StandardCharsets.UTF_8)) {
            int exit = new BackupCommand(out, error, PROGRAMS).run(List.of(arguments));
            return new Outcome(
                    exit, answer.toString(StandardCharsets.UTF_8), progress.toString(StandardCharsets.UTF_8));
        }
    }

    /** The command as a process of its own. */
    static Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dbihuan.home=" + HOME,
                BackupCommand.class.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
