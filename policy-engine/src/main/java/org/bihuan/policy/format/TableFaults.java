package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.BoundPack;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.pack.Wording;
import org.bihuan.policy.table.Finding;
import org.bihuan.policy.table.Severity;
import org.bihuan.policy.table.TableCheck;
import org.bihuan.policy.table.TableFormatException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a pack's tables under the values of one division. */
final class TableFaults {
    private TableFaults() {}

    /**
     * One fault.
     *
     * @param file file of the table within the pack
     * @param code stable code
     * @param isError whether the table cannot be judged by
     * @param wording what is wrong
     */
    record Fault(String file, String code, boolean isError, Wording wording) {}

    /** Faults under the values in force in the division, null for the jurisdiction as a whole. */
    static List<Fault> of(Pack pack, List<ParameterSetting> settings, @Nullable DivisionCode division) {
        Map<String, ParameterValue> values = new HashMap<>();
        for (ParameterDefinition definition : pack.parameters().values()) {
            Optional<ParameterValue> set =
                    PackPolicy.inForce(settings, definition.id(), division).map(ParameterSetting::value);
            ParameterValue own = definition.value();
            if (set.isPresent()) {
                values.put(definition.id(), set.get());
            } else if (own != null) {
                values.put(definition.id(), own);
            }
        }
        List<Fault> faults = new ArrayList<>();
        for (TableUse table : pack.tables()) {
            try {
                for (Finding finding : TableCheck.findings(table.definition(), BoundPack.cellValues(pack, values))) {
                    faults.add(new Fault(
                            table.file(),
                            finding.code(),
                            finding.severity() == Severity.ERROR,
                            new Wording(chinese(finding), finding.message())));
                }
            } catch (TableFormatException e) {
                // A value may leave an interval of the table without any number in it.
                faults.add(new Fault(
                        table.file(),
                        e.code(),
                        true,
                        new Wording(
                                "规则 " + e.rule() + " 的 " + e.column() + " 列不成立（" + e.detail() + "）",
                                "rule " + e.rule() + ", column " + e.column() + ": " + e.detail())));
            }
        }
        return faults;
    }

    private static String chinese(Finding finding) {
        return switch (finding) {
            case Finding.Gap gap -> "没有规则回答 " + gap.example() + "；缺少的行：" + String.join(" | ", gap.missingRow());
            case Finding.Overlap overlap ->
                "规则 " + overlap.firstRule() + " 与 " + overlap.secondRule() + " 同时回答 " + overlap.example();
            case Finding.UnreachableRule unreachable -> "没有输入能到达规则 " + unreachable.rule();
            case Finding.ContradictingTwin twin ->
                "规则 " + twin.rule() + " 检验 " + twin.column() + "，因此 " + twin.twin() + " 列须为 true";
            case Finding.Unbound unbound ->
                "参数 " + unbound.parameter() + " 没有值；规则 " + String.join("、", unbound.rules()) + " 未被检查";
            case Finding.TooComplex tooComplex -> "决策表过于复杂，无法证明没有空缺（" + tooComplex.steps() + " 步），请拆分";
        };
    }
}
