package org.bihuan.policy.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.Setter;
import org.bihuan.policy.pack.Strictness;
import org.bihuan.policy.pack.Unit;

/** Reads {@code parameters.yaml}. */
final class ParametersReader {
    private ParametersReader() {}

    static Map<String, ParameterDefinition> read(Node root) {
        root.allow("format", "parameters");
        Map<String, ParameterDefinition> parameters = new LinkedHashMap<>();
        root.get("parameters").entries().forEach((id, node) -> parameters.put(id, parameter(id, node)));
        return parameters;
    }

    private static ParameterDefinition parameter(String id, Node node) {
        node.allow("unit", "value", "stricter", "set-by", "clauses", "zh", "en");
        if (!id.matches("[a-z][a-z0-9-]{0,63}")) {
            throw node.error("a parameter's name is lower-case letters, digits and hyphens");
        }
        Unit unit = Unit.find(node.get("unit").text())
                .orElseThrow(() -> node.get("unit")
                        .error("must be hours, days, civil-days, years, count, divisions or test-schedule"));
        Node value = node.get("value");
        return new ParameterDefinition(
                id,
                unit,
                value.isMissing() ? null : value(unit, value),
                switch (node.get("stricter").oneOf(Set.of("higher", "lower", "none"))) {
                    case "higher" -> Strictness.HIGHER;
                    case "lower" -> Strictness.LOWER;
                    default -> Strictness.NONE;
                },
                switch (node.get("set-by").oneOf(Set.of("pack", "operator", "county"))) {
                    case "county" -> Setter.COUNTY;
                    case "operator" -> Setter.OPERATOR;
                    default -> Setter.PACK;
                },
                node.get("clauses").texts(),
                node.wording());
    }

    private static ParameterValue value(Unit unit, Node node) {
        if (unit == Unit.DIVISIONS) {
            return new ParameterValue.Divisions(
                    node.items().stream().map(Node::division).toList());
        }
        if (unit == Unit.TEST_SCHEDULE) {
            return ScheduleText.read(node.text()).orElseThrow(() -> node.error(ScheduleText.RULE));
        }
        long whole = node.whole();
        if (whole < 0) {
            throw node.error("must not be negative, got " + whole);
        }
        return new ParameterValue.Whole(whole);
    }
}
