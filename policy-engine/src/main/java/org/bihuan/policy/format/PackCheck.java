package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** Asks of a pack, with its values bound, whether it may be used. */
public final class PackCheck {
    private PackCheck() {}

    /**
     * Something wrong or worth knowing.
     *
     * @param code stable code, for scripts and translation
     * @param isError whether the pack must not be used
     * @param blocksActivation whether it can be judged with, but not put in force
     * @param wording what and where
     */
    public record Problem(String code, boolean isError, boolean blocksActivation, Wording wording) {
        /** In English. */
        public String message() {
            return wording.en();
        }
    }

    /**
     * Gaps, overlaps and other faults of the tables: under the values of the jurisdiction as a whole, and where it makes a
     * difference under those of each division that has set one.
     */
    public static List<Problem> tables(Pack pack, List<ParameterSetting> settings) {
        List<TableFaults.Fault> whole = TableFaults.of(pack, settings, null);
        List<Problem> problems = new ArrayList<>();
        whole.forEach(fault -> problems.add(problem(pack, fault, null)));
        for (DivisionCode division : divisions(settings)) {
            for (TableFaults.Fault fault : TableFaults.of(pack, settings, division)) {
                if (!whole.contains(fault)) {
                    problems.add(problem(pack, fault, division));
                }
            }
        }
        return problems;
    }

    /** A delegated value that is unset keeps no table from being used; {@link #emptyValues} tells of the others. */
    private static Problem problem(Pack pack, TableFaults.Fault fault, @Nullable DivisionCode division) {
        String file = pack.id() + "/" + fault.file();
        return new Problem(
                fault.code(),
                fault.isError(),
                fault.isError(),
                new Wording(
                        file + "：" + fault.wording().zh() + (division == null ? "" : "（按 " + division + " 的数值）"),
                        file + ": " + fault.wording().en()
                                + (division == null ? "" : " (with the values of " + division + ")")));
    }

    /** The divisions for which something is set, in the order of the settings. */
    static Set<DivisionCode> divisions(List<ParameterSetting> settings) {
        Set<DivisionCode> divisions = new LinkedHashSet<>();
        for (ParameterSetting setting : settings) {
            DivisionCode division = setting.division();
            if (division != null) {
                divisions.add(division);
            }
        }
        return divisions;
    }

    /** The orders above the pack among those known, the nearest first. */
    public static List<Pack> above(Pack pack, Collection<Pack> known) {
        List<Pack> above = new ArrayList<>();
        Set<String> met = new HashSet<>(Set.of(pack.id()));
        Manifest.Parent parent = pack.manifest().parent();
        while (parent != null && met.add(parent.id())) {
            String id = parent.id();
            parent = null;
            for (Pack each : known) {
                if (each.id().equals(id)) {
                    above.add(each);
                    parent = each.manifest().parent();
                }
            }
        }
        return above;
    }

    /** Values set over the pack's own that are looser than it or an order above it. */
    public static List<Problem> looserSettings(Pack pack, Collection<Pack> above, List<ParameterSetting> settings) {
        List<Problem> problems = new ArrayList<>();
        for (ParameterSetting setting : settings) {
            DivisionCode division = setting.division();
            boolean heard = PackPolicy.inForce(settings, setting.parameter(), division)
                    .filter(setting::equals)
                    .isPresent();
            if (heard) {
                SettingCheck.looser(pack, above, setting)
                        .ifPresent(wording -> problems.add(new Problem(
                                "pack.looser-setting",
                                true,
                                true,
                                new Wording(
                                        "在 " + (division == null ? "全域" : division) + " 设定：" + wording.zh(),
                                        "set in " + (division == null ? "the whole jurisdiction" : division) + ": "
                                                + wording.en()))));
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
                        new Wording(
                                pack.id() + "：措施 " + measure.key() + "（" + measure.kind() + "）须有权限 " + needs + "，"
                                        + pack.manifest().diseaseClass() + " 类不具备；依据 "
                                        + pack.manifest().articles(),
                                pack.id() + ": the measure " + measure.key() + " (" + measure.kind()
                                        + ") needs the power " + needs + ", which "
                                        + pack.manifest().diseaseClass() + " does not give; articles "
                                        + pack.manifest().articles())));
            }
        }
        return problems;
    }

    /**
     * Values that nobody has set: a delegated one restricts nobody, any other keeps the pack from being activated until
     * it is set for the whole jurisdiction.
     */
    public static List<Problem> emptyValues(Pack pack, List<ParameterSetting> settings) {
        List<Problem> problems = new ArrayList<>();
        for (ParameterDefinition definition : pack.parameters().values()) {
            boolean delegated = definition.setter().isDelegated();
            boolean set = !delegated
                    && PackPolicy.inForce(settings, definition.id(), null).isPresent();
            if (definition.value() == null && !set) {
                problems.add(new Problem(
                        delegated ? "pack.delegated-value" : "pack.empty-value",
                        false,
                        !delegated,
                        new Wording(
                                pack.id() + "：参数 " + definition.id() + " " + definition.clauses()
                                        + (delegated ? " 由各地区决定" : " 没有值，须先依法设定"),
                                pack.id() + ": the parameter " + definition.id() + " " + definition.clauses()
                                        + (delegated
                                                ? " is left to the district"
                                                : " has no value; it must lawfully be set first"))));
            }
        }
        return problems;
    }

    /** Values looser than the parent's, naming both values and both sets of clauses. */
    public static List<Problem> looserThan(Pack child, Pack parent) {
        return ParentCheck.of(child, parent).stream().filter(Problem::isError).toList();
    }

    /** Everything that can be asked of the pack alone. */
    public static List<Problem> all(Pack pack) {
        return all(pack, List.of());
    }

    /** Everything that can be asked of the pack with the values that have been set over its own. */
    public static List<Problem> all(Pack pack, List<ParameterSetting> settings) {
        List<Problem> problems = new ArrayList<>(tables(pack, settings));
        problems.addAll(legalBasis(pack));
        problems.addAll(emptyValues(pack, settings));
        return problems;
    }
}
