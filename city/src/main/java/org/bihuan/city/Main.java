package org.bihuan.city;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bihuan.city.movement.StaysArguments;
import org.bihuan.city.movement.StaysCsv;

/**
 * Writes a synthetic city to a file or to standard output; progress goes to standard error. Exit 0 done, 1 cannot write,
 * 2 wrong arguments. Everything is UTF-8.
 */
public final class Main {
    private static final int PROGRESS_EVERY = 500_000;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream progress = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        List<String> words = List.of(arguments);
        boolean isStays = !words.isEmpty() && words.getFirst().equals("stays");
        int exit = 0;
        try {
            if (isStays) {
                writeStays(StaysArguments.parse(words.subList(1, words.size())), progress);
            } else {
                write(Arguments.parse(words), progress);
            }
        } catch (IllegalArgumentException e) {
            progress.println(e.getMessage());
            progress.println(isStays ? StaysArguments.USAGE : Arguments.USAGE);
            exit = 2;
        } catch (UncheckedIOException | IOException e) {
            progress.println(e.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    private static void writeStays(StaysArguments arguments, PrintStream progress) throws IOException {
        try (BufferedWriter out = writer(arguments.out())) {
            long stays = new StaysCsv(arguments.shape()).write(arguments.from(), arguments.to(), out);
            progress.println(stays + " stays written");
        }
    }

    private static void write(Arguments arguments, PrintStream progress) throws IOException {
        Scenario scenario = arguments.scenario().contains("/")
                ? Scenario.load(Path.of(arguments.scenario()))
                : Scenario.builtIn(arguments.scenario());
        progress.println(scenario.label());
        progress.println(scenario.labelEnglish());
        City city = City.of(arguments.settings(), scenario);
        try (BufferedWriter out = writer(arguments.out())) {
            Lines lines = new Lines(out, progress);
            switch (arguments.format()) {
                case CSV -> csv(city, lines);
                case NDJSON -> ndjson(city, arguments.part(), lines);
            }
            progress.println(lines.count + " lines written");
        }
    }

    private static BufferedWriter writer(Optional<Path> file) throws IOException {
        return file.isPresent()
                ? Files.newBufferedWriter(file.get())
                : new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
    }

    static void csv(City city, Consumer<String> lines) {
        TravellerCsv csv = new TravellerCsv(city.scenario().zone());
        lines.accept(csv.header());
        for (int number = 0; number < city.travellerCount(); number++) {
            csv.rows(city.traveller(number)).forEach(lines);
        }
    }

    static void ndjson(City city, Arguments.Part part, Consumer<String> lines) {
        FactJson json = new FactJson(city.scenario().zone());
        Consumer<Fact> to = fact -> lines.accept(json.write(fact));
        switch (part) {
            case RESIDENTS -> city.residentFacts(to);
            case ARRIVALS -> {
                city.travellerResidentFacts(to);
                city.arrivals().forEachRemaining(to);
            }
            case SCHOOL -> {
                city.schoolFacts(to);
                city.illnesses().forEachRemaining(to);
            }
            case ALL -> {
                city.residentFacts(to);
                city.schoolFacts(to);
                city.happenings().forEachRemaining(to);
            }
        }
    }

    /** Writes lines and tells how far it is. */
    private static final class Lines implements Consumer<String> {
        private final BufferedWriter out;
        private final PrintStream progress;
        private long count;

        Lines(BufferedWriter out, PrintStream progress) {
            this.out = out;
            this.progress = progress;
        }

        @Override
        public void accept(String line) {
            try {
                out.write(line);
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write line " + (count + 1), e);
            }
            count++;
            if (count % PROGRESS_EVERY == 0) {
                progress.println(count + " lines");
            }
        }
    }
}
