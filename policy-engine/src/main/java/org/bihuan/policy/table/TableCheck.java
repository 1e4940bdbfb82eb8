package org.bihuan.policy.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Proves that a table with its parameters bound answers every input, and under UNIQUE only once. Complete and exact for
 * the whitelist: text inputs take every listed word, numbers every stretch between the numbers the cells name and those
 * numbers themselves, and "not known". Rules that need an unset parameter count as answers for gaps and as none for
 * overlaps, and are noted.
 */
public final class TableCheck {
    private static final int OVERLAPS = 10;

    private final CompiledTable table;
    private final TableDefinition definition;
    private final List<ColumnSlots> slots;
    private final List<Axis> axes;
    private final List<Finding> findings = new ArrayList<>();

    private TableCheck(CompiledTable table) {
        this.table = table;
        this.definition = table.definition();
        this.slots = table.masks().slots();
        this.axes = new AxisBuilder(table).axes();
    }

    /**
     * What is wrong with the table; a few examples of each kind, not all. Empty when nothing is.
     *
     * @throws TableFormatException when the table does not compile with these parameters
     */
    public static List<Finding> findings(TableDefinition definition, ParameterValues parameters) {
        TableCheck check = new TableCheck(definition.compile(parameters));
        check.addUnbound(parameters);
        check.addTwins();
        check.addUnreachable();
        if (definition.hitPolicy() == HitPolicy.UNIQUE) {
            check.addOverlaps();
        }
        check.addGaps();
        return List.copyOf(check.findings);
    }

    private void addUnbound(ParameterValues parameters) {
        for (String name : definition.parameterNames()) {
            if (parameters.find(name).orElseThrow() instanceof ParameterValue.Unset) {
                List<String> rules = definition.rules().stream()
                        .filter(rule -> rule.cells().stream()
                                .anyMatch(cell -> cell.parameterNames().contains(name)))
                        .map(Rule::id)
                        .toList();
                findings.add(new Finding.Unbound(name, rules));
            }
        }
    }

    private void addTwins() {
        for (Axis axis : axes) {
            for (int row = 0; axis.isPair() && row < definition.rules().size(); row++) {
                boolean tested = !table.masks().cell(axis.column(), row).any();
                if (tested && table.masks().cell(axis.twin(), row).at(ColumnSlots.FALSE) != Truth.NO) {
                    findings.add(new Finding.ContradictingTwin(id(row), name(axis.column()), name(axis.twin())));
                }
            }
        }
    }

    private void addUnreachable() {
        OverlapSearch search = new OverlapSearch(axes, definition.rules().size());
        for (int row = 0; row < definition.rules().size(); row++) {
            if (search.isUnreachable(row)) {
                findings.add(new Finding.UnreachableRule(id(row)));
            }
        }
    }

    private void addOverlaps() {
        OverlapSearch search = new OverlapSearch(axes, definition.rules().size());
        int found = 0;
        for (int row = 0; row < definition.rules().size(); row++) {
            for (int other : search.overlapping(row)) {
                if (found++ == OVERLAPS) {
                    return;
                }
                findings.add(new Finding.Overlap(
                        id(row), id(other), search.common(row, other).example(slots)));
            }
        }
    }

    private void addGaps() {
        GapSearch search = new GapSearch(axes, definition.rules().size());
        Set<Box> gaps = search.gaps();
        for (Box gap : gaps) {
            findings.add(new Finding.Gap(gap.row(slots), gap.example(slots)));
        }
        if (search.isExhausted() && gaps.isEmpty()) {
            findings.add(new Finding.TooComplex(search.steps()));
        }
    }

    private String id(int row) {
        return definition.rules().get(row).id();
    }

    private String name(int column) {
        return definition.inputs().get(column).name();
    }
}
