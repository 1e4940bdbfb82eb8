package org.bihuan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bihuan.exchange.Envelope;
import org.bihuan.exchange.EnvelopeException;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.Needs;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.WhatIf;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.NeedsReader;
import org.jspecify.annotations.Nullable;

/**
 * {@code whatif --pack NEW --against OLD --people FILE --at TIME}: how a version would class people otherwise than
 * another, and what that takes. People are facts in the envelope, one a line.
 */
final class WhatIfCommand {
    private final PrintStream out;
    private final PrintStream err;

    WhatIfCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments) throws IOException {
        Options options = Options.parse(arguments, Set.of("pack", "against", "people", "at"));
        LoadedPack fresh = Packs.load(Path.of(options.get("pack")));
        LoadedPack old = Packs.load(Path.of(options.get("against")));
        Instant at = moment(options.get("at"));
        if (options.get("people").equals("db")) {
            throw new UsageException(
                    "the people of a database are looked at by the server, which may see them: open the"
                            + " page of orders, bring the version in as a draft and propose it; its preview runs over everybody");
        }
        WhatIf whatIf = new WhatIf(
                PackPolicy.of(old.pack(), List.of(), "against"), PackPolicy.of(fresh.pack(), List.of(), "new"), at);
        long began = System.nanoTime();
        people(Path.of(options.get("people")), fresh, at).forEach(whatIf::add);
        double loaded = seconds(began);
        began = System.nanoTime();
        List<WhatIf.Count> counts = whatIf.run(Runtime.getRuntime().availableProcessors());
        double decided = seconds(began);
        out.println("division\tepisode\tfrom\tto\tpeople");
        counts.forEach(this::print);
        Needs needs = NeedsReader.ofFolder(Packs.home());
        resources(counts, old, fresh, needs)
                .forEach((resource, number) -> out.println(resource + "\t"
                        + java.util.Optional.ofNullable(needs.resources().get(resource))
                                .map(org.bihuan.policy.pack.Wording::zh)
                                .orElse(resource)
                        + "\t" + (number > 0 ? "+" : "") + number));
        err.printf(Locale.ROOT, "%,d episodes; read in %.2f s, decided in %.3f s%n", whatIf.size(), loaded, decided);
        return Main.DONE;
    }

    private void print(WhatIf.Count count) {
        DivisionCode division = count.division();
        out.println((division == null ? "-" : division.toString()) + "\t" + count.episode() + "\t"
                + text(count.before()) + "\t" + text(count.after()) + "\t" + count.people());
    }

    private static String text(WhatIf.Answer answer) {
        return switch (answer.state()) {
            case NONE -> "-";
            case RECORDED -> "recorded";
            case UNANCHORED -> "refused";
            case JUDGED -> answer.outcomes().isEmpty() ? "undecided" : String.join("+", answer.outcomes());
        };
    }

    private static Map<String, Long> resources(
            List<WhatIf.Count> counts, LoadedPack old, LoadedPack fresh, Needs needs) {
        Demands before = new Demands(old.pack());
        Demands after = new Demands(fresh.pack());
        Map<String, Long> sum = new LinkedHashMap<>();
        for (WhatIf.Count count : counts) {
            if (text(count.before()).equals(text(count.after()))
                    && old.pack().hash().equals(fresh.pack().hash())) {
                continue;
            }
            needs.of(
                            before.measures(count.before().outcomes()),
                            after.measures(count.after().outcomes()),
                            after.duties(count.after().outcomes()),
                            before.duties(count.before().outcomes()),
                            count.people())
                    .forEach((resource, number) -> sum.merge(resource, number, Long::sum));
        }
        sum.values().removeIf(number -> number == 0);
        return sum;
    }

    private List<Dossier> people(Path file, LoadedPack pack, Instant at) throws IOException {
        FactReader reader = new FactReader(pack.catalogue(), Divisions.load()::exists);
        Map<SubjectId, List<Fact>> facts = new LinkedHashMap<>();
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Fact fact = read(reader, line, number, at);
                    if (fact != null) {
                        for (FactSubject each : fact.subjects()) {
                            facts.computeIfAbsent(each.subject(), id -> new ArrayList<>())
                                    .add(fact);
                        }
                    }
                }
            }
        }
        List<Dossier> dossiers = new ArrayList<>();
        facts.forEach((subject, own) -> dossiers.add(Dossier.of(subject, own)));
        return dossiers;
    }

    private @Nullable Fact read(FactReader reader, String line, long number, Instant at) {
        try {
            FactReader.Result result = reader.read(Envelope.parse(line, number), at);
            Fact fact = result.fact();
            if (fact == null) {
                result.errors().forEach(error -> err.println("line " + number + ": " + error.en()));
                return null;
            }
            return reader.seen(fact);
        } catch (EnvelopeException e) {
            err.println("line " + number + ": " + e.getMessage());
            return null;
        }
    }

    private static Instant moment(String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new UsageException("--at must be a time with an offset, such as 2020-07-26T12:00+08:00, got " + text);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
