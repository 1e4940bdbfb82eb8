package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.Strictness;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** Asks of a value that somebody wants to set over a pack's own whether it may be. Pure. */
public final class SettingCheck {
    private SettingCheck() {}

    /**
     * Why the value may not be set: it is looser than the order or one above it, or a table would no longer answer
     * everybody exactly once. Empty when it may.
     *
     * @param above the orders above the pack
     * @param standing the values that are set already
     */
    public static Optional<Wording> refusal(
            Pack pack, Collection<Pack> above, List<ParameterSetting> standing, ParameterSetting wanted) {
        ParameterDefinition definition = pack.parameters().get(wanted.parameter());
        Optional<Wording> schedule =
                definition == null ? Optional.empty() : ScheduleCheck.fault(pack, definition, wanted.value());
        return schedule.or(() -> looser(pack, above, wanted)).or(() -> fault(pack, standing, wanted));
    }

    /** Why the value is too loose, naming the bound, its order and clauses, and what may be set. */
    public static Optional<Wording> looser(Pack pack, Collection<Pack> above, ParameterSetting wanted) {
        List<Pack> orders = new ArrayList<>(List.of(pack));
        orders.addAll(above);
        for (Pack order : orders) {
            ParameterDefinition definition = order.parameters().get(wanted.parameter());
            ParameterValue bound = definition == null ? null : definition.value();
            if (definition != null
                    && bound != null
                    && definition.strictness().isLooser(wanted.value(), bound)
                    && sameUnit(pack, definition)) {
                boolean higher = definition.strictness() == Strictness.HIGHER;
                String unit = definition.unit().code();
                String where = order.id() + " " + definition.clauses();
                return Optional.of(new Wording(
                        text(wanted) + "（" + unit + "）宽于命令 " + where + " 规定的 " + bound + "；数值越" + (higher ? "大" : "小")
                                + "越严，请填 " + bound + " 或更" + (higher ? "大" : "小"),
                        text(wanted) + " " + unit + " is looser than " + bound + " of the order " + where + "; "
                                + (higher ? "higher" : "lower") + " is stricter: set " + bound + " or "
                                + (higher ? "more" : "less")));
            }
        }
        return Optional.empty();
    }

    /** Why the text is no value of the parameter. */
    public static Wording unreadable(ParameterDefinition definition, String text, PackFormatException error) {
        return new Wording(
                definition.id() + "=" + text
                        + switch (definition.unit()) {
                            case DIVISIONS -> "：须为 12 位地区代码，多个用逗号分隔";
                            case TEST_SCHEDULE -> "：须为先后排列的天次（0 至 365），如 1,3-5,13，可注明检测种类，如 1,7,7:antibody";
                            case HOURS, DAYS, CIVIL_DAYS, YEARS, COUNT ->
                                "：须为不小于 0、至多 9 位的整数，单位 " + definition.unit().code() + "，可带后缀 "
                                        + definition.unit().suffix();
                        },
                definition.id() + "=" + text + ": " + error.rule());
    }

    private static boolean sameUnit(Pack pack, ParameterDefinition bound) {
        ParameterDefinition mine = pack.parameters().get(bound.id());
        return mine != null && mine.unit() == bound.unit();
    }

    /** The first fault of a table where the value would be heard. */
    private static Optional<Wording> fault(Pack pack, List<ParameterSetting> standing, ParameterSetting wanted) {
        List<ParameterSetting> settings = new ArrayList<>(standing);
        settings.add(wanted);
        DivisionCode at = wanted.division();
        Optional<Wording> found = fault(pack, settings, wanted, at);
        for (DivisionCode division : PackCheck.divisions(settings)) {
            if (found.isEmpty() && !division.equals(at) && (at == null || at.contains(division))) {
                found = fault(pack, settings, wanted, division);
            }
        }
        return found;
    }

    private static Optional<Wording> fault(
            Pack pack, List<ParameterSetting> settings, ParameterSetting wanted, @Nullable DivisionCode division) {
        return TableFaults.of(pack, settings, division).stream()
                .filter(TableFaults.Fault::isError)
                .findFirst()
                .map(fault -> {
                    String table = pack.id() + "/" + fault.file();
                    return new Wording(
                            text(wanted) + "（" + (division == null ? "全域" : division) + "）会使决策表 " + table + " 有空缺或重叠："
                                    + fault.wording().zh() + "；请另填数值，或先由发令机关修改该表",
                            text(wanted) + (division == null ? "" : " in " + division) + " would break the table "
                                    + table
                                    + ": " + fault.wording().en()
                                    + "; set another value, or have the order's table amended first");
                });
    }

    private static String text(ParameterSetting setting) {
        return setting.parameter() + "=" + setting.value();
    }
}
