package org.bihuan.trace.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks every competitor the same questions and compares each answer with ours, row by row. */
final class Race {
    private static final int CASES = 100;

    private final BenchOptions options;
    private final Question question;
    private final Consumer<String> progress;

    Race(BenchOptions options, Question question, Consumer<String> progress) {
        this.options = options;
        this.question = question;
        this.progress = progress;
    }

    /** Answers of one kind of question. */
    @FunctionalInterface
    private interface Asking {
        Answer ask(Competitor competitor, int number) throws SQLException;
    }

    /**
     * Measures us alone, warmed up first. The first rings are ten times as many as the rivals', theirs among them, and no
     * person is asked about twice: a question repeated would find its memory in the processor's cache.
     */
    Measurement measureOurs(Ours ours) throws IOException {
        Measurement measurement = new Measurement(ours.name(), ours.load(List.of()), ours.bytes());
        warmUp(ours);
        for (int number = 0; number < 10 * options.firstRings(); number++) {
            int person = person(number);
            time(measurement, Measurement.Kind.FIRST_RING, () -> ours.askFirstRing(person, question));
        }
        for (int round = 0; round < 3; round++) {
            for (int number = 0; number < options.secondRings(); number++) {
                int person = person(number);
                time(measurement, Measurement.Kind.SECOND_MEMBERS, () -> ours.askMembers(person, question));
            }
            for (int number = 0; number < options.secondRings(); number++) {
                int person = person(number);
                time(measurement, Measurement.Kind.SECOND_EXPLAINED, () -> ours.askSecondRing(person, question));
            }
            for (int number = 0; number < options.batches(); number++) {
                List<Integer> cases = cases(number);
                time(measurement, Measurement.Kind.HUNDRED_CASES, () -> ours.askFirstRings(cases, question));
            }
        }
        return measurement;
    }

    /** Until everything is compiled, as in a server that has been running for a minute. */
    private void warmUp(Ours ours) {
        SplittableRandom random = new SplittableRandom(99);
        for (int i = 0; i < 20_000; i++) {
            ours.firstRing(random.nextInt(options.people()), question);
        }
        for (int i = 0; i < 60; i++) {
            int person = random.nextInt(options.people());
            ours.secondRingMembers(person, question);
            ours.secondRing(person, question);
            ours.firstRings(cases(5_000_000 + i), question);
        }
    }

    /** Measures a rival and compares its answers with ours. */
    Measurement measure(Competitor rival, double loadSeconds, Ours ours) throws IOException, SQLException {
        Measurement measurement = new Measurement(rival.name(), loadSeconds, rival.bytes());
        progress.accept(rival.name() + ": asking");
        for (int number = 0; number < 20; number++) {
            rival.firstRing(person(1_000_000 + number), question);
        }
        ask(
                measurement,
                Measurement.Kind.FIRST_RING,
                options.firstRings(),
                rival,
                ours,
                (competitor, number) -> competitor.firstRing(person(number), question));
        ask(
                measurement,
                Measurement.Kind.HUNDRED_CASES,
                options.batches(),
                rival,
                ours,
                (competitor, number) -> competitor.firstRings(cases(number), question));
        ask(
                measurement,
                Measurement.Kind.SECOND_MEMBERS,
                options.secondRings(),
                rival,
                ours,
                (competitor, number) -> competitor.secondRingMembers(person(number), question));
        ask(
                measurement,
                Measurement.Kind.SECOND_EXPLAINED,
                options.secondRings(),
                rival,
                ours,
                (competitor, number) -> competitor.secondRing(person(number), question));
        return measurement;
    }

    /** Median milliseconds of some questions, to choose the best of several shapes. */
    double sample(Competitor rival, Measurement.Kind kind) throws SQLException {
        pass(rival, kind); // plans and pages are warm from here on
        return pass(rival, kind).milliseconds(0.5);
    }

    private Times pass(Competitor rival, Measurement.Kind kind) throws SQLException {
        Times times = new Times();
        int count = kind == Measurement.Kind.FIRST_RING ? 40 : 3;
        for (int number = 2_000_000; number < 2_000_000 + count; number++) {
            long start = System.nanoTime();
            switch (kind) {
                case FIRST_RING -> rival.firstRing(person(number), question);
                case HUNDRED_CASES -> rival.firstRings(cases(number), question);
                case SECOND_MEMBERS -> rival.secondRingMembers(person(number), question);
                case SECOND_EXPLAINED -> rival.secondRing(person(number), question);
            }
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    private void ask(
            Measurement measurement, Measurement.Kind kind, int count, Competitor rival, Ours ours, Asking asking)
            throws SQLException {
        for (int number = 0; number < count; number++) {
            long start = System.nanoTime();
            Answer answer = asking.ask(rival, number);
            measurement.times(kind).add(System.nanoTime() - start);
            String difference = asking.ask(ours, number).difference(answer);
            measurement.addCompared(1, answer.size());
            if (!difference.isEmpty()) {
                measurement.differences().add(rival.name() + ", " + kind.title() + " " + number + ": " + difference);
            }
        }
        Times times = measurement.times(kind);
        progress.accept(rival.name() + ": " + kind.title() + " " + Times.text(times.milliseconds(0.5)) + " ms");
    }

    private static void time(Measurement measurement, Measurement.Kind kind, Supplier<Object> asking) {
        long start = System.nanoTime();
        Objects.requireNonNull(asking.get());
        measurement.times(kind).add(System.nanoTime() - start);
    }

    private int person(int number) {
        return new SplittableRandom(BenchOptions.SEED * 31 + number).nextInt(options.people());
    }

    private List<Integer> cases(int number) {
        return new SplittableRandom(BenchOptions.SEED * 37 + number)
                .ints(0, options.people())
                .distinct()
                .limit(CASES)
                .sorted()
                .boxed()
                .toList();
    }
}
