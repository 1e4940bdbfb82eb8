package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.FeatureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of an order asked about the same people: which rows of its tables answer by each of them at a moment. What
 * a table looks at is read once, by the code that every decision reads it with, and kept in columns; the answers are then
 * worked out column by column, some hundred million cells a second. They are those of {@link Judge#decide} without pins,
 * one by one; measures' ends and evidence are for a decision to say.
 *
 * <p>For tables of at most 63 rows. Where a kind of episode has several tables, everybody is counted once for each. One
 * thread adds people.
 */
public final class WhatIf {
    private static final int COUNTY = 3;

    private final WhatIfSide before;
    private final WhatIfSide after;
    private final Instant at;
    private final List<Block> blocks = new ArrayList<>();

    /** The people of one kind of episode as one table sees them; a row an episode. */
    static final class Block {
        final WhatIfQuestion question;
        final List<@Nullable DivisionCode> divisions = new ArrayList<>();
        final Map<@Nullable DivisionCode, Short> numbers = new HashMap<>();
        final ValueColumn[] old;
        final ValueColumn[] fresh;
        short[] division = new short[16];
        byte[] states = new byte[32];
        int size;

        Block(WhatIfQuestion question, ValueColumn[] old, ValueColumn[] fresh) {
            this.question = question;
            this.old = old;
            this.fresh = fresh;
        }

        int grow(@Nullable DivisionCode place) {
            if (size == division.length) {
                division = Arrays.copyOf(division, size * 2);
                states = Arrays.copyOf(states, size * 4);
            }
            Short known = numbers.get(place);
            if (known == null) {
                known = (short) divisions.size();
                divisions.add(place);
                numbers.put(place, known);
            }
            division[size] = known;
            return size++;
        }
    }

    /** Asks both policies at the moment. */
    public WhatIf(PackPolicy before, PackPolicy after, Instant at) {
        this.before = new WhatIfSide(before);
        this.after = new WhatIfSide(after);
        this.at = at;
        for (WhatIfQuestion question : WhatIfQuestion.of(this.before, this.after)) {
            blocks.add(block(question));
        }
    }

    /** A feature that both versions read alike has one column. */
    private Block block(WhatIfQuestion question) {
        List<FeatureDefinition> old = before.features(question.before());
        List<FeatureDefinition> fresh = after.features(question.after());
        ValueColumn[] oldColumns = new ValueColumn[old.size()];
        ValueColumn[] freshColumns = new ValueColumn[fresh.size()];
        for (int i = 0; i < oldColumns.length; i++) {
            oldColumns[i] = new ValueColumn(16);
        }
        for (int i = 0; i < freshColumns.length; i++) {
            int same = old.indexOf(fresh.get(i));
            freshColumns[i] = same >= 0 && before.readsAs(after, fresh.get(i), question.kind())
                    ? oldColumns[same]
                    : new ValueColumn(16);
        }
        return new Block(question, oldColumns, freshColumns);
    }

    /** Adds everybody's episodes. */
    public void add(Dossier dossier) {
        List<StandingFact> facts = new ArrayList<>();
        for (StandingFact standing : Corrections.standing(dossier.facts())) {
            if (dossier.aliases().stream().anyMatch(standing.fact()::isAbout)) {
                facts.add(standing);
            }
        }
        Map<String, List<Case>> old = before.cases(dossier, facts);
        Map<String, List<Case>> fresh = after.cases(dossier, facts);
        for (Block block : blocks) {
            List<Case> mine = old.getOrDefault(block.question.kind(), List.of());
            List<Case> theirs = fresh.getOrDefault(block.question.kind(), List.of());
            for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
                add(block, i < mine.size() ? mine.get(i) : null, i < theirs.size() ? theirs.get(i) : null);
            }
        }
    }

    private void add(Block block, @Nullable Case old, @Nullable Case fresh) {
        Case any = Objects.requireNonNull(fresh == null ? old : fresh);
        DivisionCode place = any.episode().division();
        int row = block.grow(place == null ? null : place.atLevel(Math.min(COUNTY, place.level())));
        WhatIfQuestion question = block.question;
        block.states[2 * row] =
                (byte) state(question.before() == null ? null : old).ordinal();
        block.states[2 * row + 1] =
                (byte) state(question.after() == null ? null : fresh).ordinal();
        fill(block.old, before.features(question.before()), old, row);
        for (int i = 0; i < block.fresh.length; i++) {
            boolean shared = Arrays.asList(block.old).contains(block.fresh[i]);
            if (!shared || old == null) {
                fill(block.fresh[i], after.features(question.after()).get(i), fresh, row);
            }
        }
    }

    private void fill(ValueColumn[] columns, List<FeatureDefinition> features, @Nullable Case subject, int row) {
        for (int i = 0; i < columns.length; i++) {
            fill(columns[i], features.get(i), subject, row);
        }
    }

    private void fill(ValueColumn column, FeatureDefinition feature, @Nullable Case subject, int row) {
        column.put(row, subject == null ? Seen.UNKNOWN : new Features(subject, at).see(feature, at));
    }

    /** How an episode stands before the tables are asked. */
    public enum State {
        /** The version knows no such episode, or it is over. */
        NONE,
        /** The tables answer. */
        JUDGED,
        /** Before the date to which the order reaches back. */
        RECORDED,
        /** Nobody knows the moment its clocks hang on. */
        UNANCHORED
    }

    private State state(@Nullable Case subject) {
        if (subject == null) {
            return State.NONE;
        }
        if (CaseJudgement.beforeFactsSince(subject) != null) {
            return State.RECORDED;
        }
        Instant anchor = subject.episode().anchor();
        if (anchor == null) {
            return State.UNANCHORED;
        }
        if (subject.bound().pack().episodes().get(subject.episode().kind()) instanceof EpisodeDefinition.Folded) {
            return State.JUDGED;
        }
        Instant until = subject.episode().until();
        return at.isBefore(anchor) || until != null && !at.isBefore(until) ? State.NONE : State.JUDGED;
    }

    /**
     * What one version says of an episode.
     *
     * @param state how it stands
     * @param outcomes what the rows that answer say, with their table; empty when none does, as while a value is unset
     * @param rows {@code table/row} of the rows that answer
     */
    public record Answer(State state, List<String> outcomes, List<String> rows) {}

    /**
     * So many people with the same two answers in one county.
     *
     * @param episode kind of episode, with the table's name behind a slash where it has several
     * @param division county, null where nobody knows
     */
    public record Count(String episode, @Nullable DivisionCode division, Answer before, Answer after, long people) {}

    /** How many episodes have been added. */
    public long size() {
        Map<String, Integer> byKind = new HashMap<>();
        blocks.forEach(block -> byKind.put(block.question.kind(), block.size));
        return byKind.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** The answers, counted; the larger counts first. */
    public List<Count> run(int threads) {
        List<Count> counts = new ArrayList<>();
        for (Block block : blocks) {
            counts.addAll(new ColumnJudge(block, before, after).run(threads));
        }
        counts.sort((left, right) -> Long.compare(right.people(), left.people()));
        return counts;
    }

    /** Writes the people of a kind of episode many times over, for measuring: each row again and again. */
    public void repeat(int times) {
        for (Block block : blocks) {
            int size = block.size;
            Set<ValueColumn> columns = new LinkedHashSet<>(Arrays.asList(block.old));
            columns.addAll(Arrays.asList(block.fresh));
            for (int i = 1; i < times; i++) {
                for (int row = 0; row < size; row++) {
                    int copy = block.grow(block.divisions.get(block.division[row]));
                    block.states[2 * copy] = block.states[2 * row];
                    block.states[2 * copy + 1] = block.states[2 * row + 1];
                    for (ValueColumn column : columns) {
                        column.copy(row, copy);
                    }
                }
            }
        }
    }
}
