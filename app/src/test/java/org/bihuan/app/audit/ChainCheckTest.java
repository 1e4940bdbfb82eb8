package org.bihuan.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The chain as values: whatever is done to it afterwards is found. */
class ChainCheckTest {
    private static final Instant START = Instant.parse("2020-07-26T00:00:00Z");

    private final long seed = Long.getLong("bihuan.seed", 20260726L);
    private final Random random = new Random(seed);

    /** A record of reading, as it would lie in two tables. */
    private record Tables(List<AuditEntry> entries, List<Batch> batches) {
        private Tables {
            entries = List.copyOf(entries);
            batches = List.copyOf(batches);
        }

        ChainReport check(List<Head> kept) {
            ChainCheck check = new ChainCheck(kept, 0);
            for (Batch batch : batches) {
                long after = check.lastEntry();
                check.next(
                        batch,
                        entries.stream()
                                .filter(each -> each.number() > after && each.number() <= batch.lastEntry())
                                .sorted((a, b) -> Long.compare(a.number(), b.number()))
                                .toList());
            }
            return check.end(List.of());
        }

        Tables with(UnaryOperator<List<AuditEntry>> change) {
            return new Tables(change.apply(new ArrayList<>(entries)), batches);
        }

        Tables withBatches(UnaryOperator<List<Batch>> change) {
            return new Tables(entries, change.apply(new ArrayList<>(batches)));
        }
    }

    @Test
    void whatNobodyTouchedIsIntact() {
        Tables tables = tables(60);
        ChainReport report = tables.check(List.of(head(tables, 3)));
        assertThat(report.flaws()).isEmpty();
        assertThat(report.entries()).isEqualTo(60);
        assertThat(report.head().batch()).isEqualTo(tables.batches().size());
        assertThat(new Tables(List.of(), List.of()).check(List.of()).isIntact()).isTrue();
    }

    @Test
    void everyChangeOfAnEntryIsFound() {
        Tables tables = tables(40);
        for (int at = 0; at < 40; at++) {
            int here = at;
            AuditEntry entry = tables.entries().get(at);
            for (AuditEntry changed : changes(entry)) {
                assertFlaw(Flaw.Kind.CONTENT, tables.with(entries -> {
                    entries.set(here, changed);
                    return entries;
                }));
            }
            assertFlaw(Flaw.Kind.CONTENT, tables.with(entries -> {
                entries.remove(here);
                return entries;
            }));
        }
    }

    private static List<AuditEntry> changes(AuditEntry entry) {
        List<String> other = new ArrayList<>(entry.subjects());
        other.add("person:other");
        return List.of(
                with(entry, entry.at().plusNanos(1_000), entry.user(), entry.purpose(), entry.subjects()),
                with(entry, entry.at(), entry.user() + "x", entry.purpose(), entry.subjects()),
                with(entry, entry.at(), entry.user(), "visit", entry.subjects()),
                with(entry, entry.at(), entry.user(), entry.purpose(), other),
                // the border between two texts moves, their letters stay
                with(
                        entry,
                        entry.at(),
                        entry.user() + entry.purpose().charAt(0),
                        entry.purpose().substring(1),
                        entry.subjects()));
    }

    private static AuditEntry with(AuditEntry entry, Instant at, String user, String purpose, List<String> subjects) {
        return new AuditEntry(
                entry.number(), at, user, purpose, entry.action(), subjects, entry.oddities(), entry.detail());
    }

    private static AuditEntry numbered(AuditEntry entry, long number) {
        return new AuditEntry(
                number,
                entry.at(),
                entry.user(),
                entry.purpose(),
                entry.action(),
                entry.subjects(),
                entry.oddities(),
                entry.detail());
    }

    @Test
    void swappedAndAddedEntriesAreFound() {
        Tables tables = tables(40);
        for (int at = 0; at < 39; at++) {
            int here = at;
            assertFlaw(Flaw.Kind.CONTENT, tables.with(entries -> {
                AuditEntry one = entries.get(here);
                AuditEntry two = entries.get(here + 1);
                entries.set(here, numbered(two, one.number()));
                entries.set(here + 1, numbered(one, two.number()));
                return entries;
            }));
        }
        assertFlaw(Flaw.Kind.CONTENT, tables.with(entries -> {
            entries.add(numbered(entries.get(5), entries.get(5).number() + 1));
            return entries;
        }));
    }

    @Test
    void removedSwappedAndChangedBatchesAreFound() {
        Tables tables = tables(60);
        for (int at = 0; at < tables.batches().size() - 1; at++) {
            int here = at;
            assertFlaw(Flaw.Kind.LINK, tables.withBatches(batches -> {
                batches.remove(here);
                return batches;
            }));
            assertFlaw(Flaw.Kind.BATCH, tables.withBatches(batches -> {
                Batch one = batches.get(here);
                batches.set(
                        here,
                        new Batch(
                                one.number(),
                                one.lastEntry(),
                                one.entries(),
                                one.sealedAt().plusSeconds(1),
                                one.content(),
                                one.previous(),
                                one.hash()));
                return batches;
            }));
        }
        assertFlaw(Flaw.Kind.LINK, tables.withBatches(batches -> {
            batches.add(2, batches.remove(3));
            return batches;
        }));
    }

    @Test
    void anEndCutOffAndAChainRewrittenAreFoundByAHeadKeptElsewhere() {
        Tables tables = tables(60);
        List<Head> kept = List.of(head(tables, tables.batches().size() - 1));
        Tables cut = tables.withBatches(batches -> batches.subList(0, batches.size() - 1));
        assertThat(cut.check(List.of()).isIntact())
                .as("from inside nothing shows")
                .isTrue();
        assertThat(cut.check(kept).flaws()).extracting(Flaw::kind).containsExactly(Flaw.Kind.HEAD);
        Tables rewritten = rewritten(tables.with(entries -> {
            entries.remove(3);
            return entries;
        }));
        assertThat(rewritten.check(List.of()).isIntact())
                .as("from inside nothing shows")
                .isTrue();
        assertThat(rewritten.check(kept).flaws()).extracting(Flaw::kind).containsExactly(Flaw.Kind.HEAD);
    }

    @Test
    void destroyedEntriesLeaveAChainThatHolds() {
        Tables tables = tables(60);
        Batch upTo = tables.batches().get(4);
        Tables destroyed = tables.with(entries -> entries.stream()
                .filter(each -> each.number() > upTo.lastEntry())
                .toList());
        ChainCheck check = new ChainCheck(List.of(), 5);
        for (Batch batch : destroyed.batches()) {
            long after = check.lastEntry();
            check.next(
                    batch,
                    destroyed.entries().stream()
                            .filter(each -> each.number() > after && each.number() <= batch.lastEntry())
                            .toList());
        }
        assertThat(check.end(List.of()).flaws()).isEmpty();
        assertThat(destroyed.check(List.of()).flaws())
                .as("without a certificate it is a flaw")
                .hasSize(5);
    }

    private void assertFlaw(Flaw.Kind kind, Tables tables) {
        assertThat(tables.check(List.of()).flaws())
                .as("seed %d", seed)
                .extracting(Flaw::kind)
                .contains(kind);
    }

    private static Head head(Tables tables, int at) {
        Batch batch = tables.batches().get(at);
        return new Head(batch.number(), batch.hash());
    }

    private Tables tables(int count) {
        List<AuditEntry> entries = new ArrayList<>();
        long number = 0;
        for (int i = 0; i < count; i++) {
            number += 2 + random.nextInt(3);
            entries.add(new AuditEntry(
                    number,
                    START.plusMillis(i * 137L),
                    "user" + random.nextInt(4),
                    "call-back",
                    Action.values()[random.nextInt(Action.values().length)],
                    List.of("person:" + random.nextInt(9), "person:x" + i),
                    random.nextBoolean() ? List.of() : List.of(Oddity.OWN),
                    ""));
        }
        return rewritten(new Tables(entries, List.of()));
    }

    /** The same entries with a chain made from the beginning, eight a batch. */
    private static Tables rewritten(Tables tables) {
        List<Batch> batches = new ArrayList<>();
        Head head = Head.NONE;
        for (int at = 0; at < tables.entries().size(); at += 8) {
            List<AuditEntry> part = tables.entries()
                    .subList(at, Math.min(at + 8, tables.entries().size()));
            Batch batch = Batch.after(head, part, START.plusSeconds(at));
            batches.add(batch);
            head = new Head(batch.number(), batch.hash());
        }
        return new Tables(tables.entries(), batches);
    }
}
