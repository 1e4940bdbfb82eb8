package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.policy.decide.BoundPack;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.table.Finding;
import org.bihuan.policy.table.Severity;
import org.bihuan.policy.table.TableCheck;

/** Asks of a pack, with its values bound, whether it may be used. */
public final class PackCheck {
    private PackCheck() {}

    /**
     * Something wrong or worth knowing.
     *
     * @param code stable code, for scripts and translation
     * @param isError whether the pack must not be used
     * @param blocksActivation whether it can be judged with, but not put in force
     * @param message in English, naming what and where
     */
    public record Problem(String code, boolean isError, boolean blocksActivation, String message) {}

    /** Gaps, overlaps and other faults of the tables under the given settings. */
    public static List<Problem> tables(Pack pack, List<ParameterSetting> settings) {
        Map<String, ParameterValue> values = new HashMap<>();
        for (ParameterDefinition definition : pack.parameters().values()) {
            ParameterValue own = definition.value();
            if (own != null) {
                values.put(definition.id(), own);
            }
        }
        settings.forEach(setting -> values.put(setting.parameter(), setting.value()));
        List<Problem> problems = new ArrayList<>();
        for (TableUse table : pack.tables()) {
            for (Finding finding : TableCheck.findings(table.definition(), BoundPack.cellValues(pack, values))) {
                boolean error = finding.severity() == Severity.ERROR && !(finding instanceof Finding.Unbound);
                problems.add(new Problem(
                        finding.code(),
                        error,
                        error || finding instanceof Finding.Unbound,
                        pack.id() + "/" + table.file() + ": " + finding.message()));
            }
        }
        return problems;
    }

    /** Kinds of measure that the disease class does not allow. */
    public static List<Problem> legalBasis(Pack pack) {
        Set<String> powers =
                pack.vocabulary().powers().getOrDefault(pack.manifest().diseaseClass(), Set.of());
        List<Problem> problems = new ArrayList<>();
        for (MeasureDefinition measure : pack.measures().values()) {
            String needs = Objects.requireNonNull(pack.vocabulary().measures().get(measure.kind()))
                    .needs();
            if (!powers.contains(needs)) {
                problems.add(new Problem(
                        "pack.legal-basis",
                        true,
                        true,
                        pack.id() + ": the measure " + measure.key() + " (" + measure.kind() + ") needs the power "
                                + needs + ", which " + pack.manifest().diseaseClass() + " does not give; articles "
                                + pack.manifest().articles()));
            }
        }
        return problems;
    }

    /** Values that nobody has set: a delegated one restricts nobody, any other keeps the pack from being activated. */
    public static List<Problem> emptyValues(Pack pack) {
        List<Problem> problems = new ArrayList<>();
        for (ParameterDefinition definition : pack.parameters().values()) {
            if (definition.value() == null) {
                boolean delegated = definition.setter().isDelegated();
                problems.add(new Problem(
                        delegated ? "pack.delegated-value" : "pack.empty-value",
                        false,
                        !delegated,
                        pack.id() + ": the parameter " + definition.id() + " " + definition.clauses()
                                + (delegated ? " is left to the district" : " has no value")));
            }
        }
        return problems;
    }

    /** Values looser than the parent's, naming both values and both sets of clauses. */
    public static List<Problem> looserThan(Pack child, Pack parent) {
        List<Problem> problems = new ArrayList<>();
        for (ParameterDefinition bound : parent.parameters().values()) {
            ParameterDefinition mine = child.parameters().get(bound.id());
            ParameterValue theirs = bound.value();
            if (mine == null || theirs == null) {
                continue;
            }
            ParameterValue value = mine.value();
            if (mine.unit() != bound.unit()) {
                problems.add(new Problem(
                        "pack.parent-unit",
                        true,
                        true,
                        both(child, parent, mine, bound) + ": the unit is "
                                + mine.unit().code() + ", the parent's "
                                + bound.unit().code()));
            } else if (value != null && bound.strictness().isLooser(value, theirs)) {
                problems.add(new Problem(
                        "pack.looser",
                        true,
                        true,
                        both(child, parent, mine, bound) + ": " + value + " "
                                + mine.unit().code() + " is looser than the parent's " + theirs));
            }
        }
        return problems;
    }

    /** Everything that can be asked of the pack alone. */
    public static List<Problem> all(Pack pack) {
        List<Problem> problems = new ArrayList<>(tables(pack, List.of()));
        problems.addAll(legalBasis(pack));
        problems.addAll(emptyValues(pack));
        return problems;
    }

    private static String both(Pack child, Pack parent, ParameterDefinition mine, ParameterDefinition bound) {
        return "parameter " + mine.id() + ", " + child.id() + " " + mine.clauses() + " under " + parent.id() + " "
                + bound.clauses();
    }
}
