package org.bihuan.app.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.pack.Wording;

/**
 * What a unit answered.
 *
 * @param isZero whether it said that there is nothing to report
 * @param values by field, those that were answered
 * @param faults what is wrong; then it must not be taken
 */
public record ReturnAnswers(boolean isZero, Map<String, String> values, List<Fault> faults) {
    private static final int LONGEST = 1_000;
    private static final int MOST_DIGITS = 9;

    /** A field, what was typed, and the rule it breaks. */
    public record Fault(String field, Wording label, String value, Wording rule) {}

    public ReturnAnswers {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    /**
     * Reads what was typed. A zero must be said: counts that are all 0 are taken only with the tick, and the tick only
     * with counts that are 0 or left empty.
     */
    public static ReturnAnswers read(ReturnForm form, boolean isZero, Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        boolean counts = false;
        boolean allZero = true;
        for (ReturnField field : form.fields()) {
            String value = typed.getOrDefault(field.id(), "").strip();
            boolean count = field.type() == ReturnField.Type.COUNT;
            if (value.isEmpty() && isZero && count) {
                value = "0";
            }
            if (value.isEmpty()) {
                if (!field.isOptional() && !(isZero && !count)) {
                    faults.add(new Fault(
                            field.id(),
                            field.label(),
                            "",
                            new Wording(
                                    "必填；没有就填0并勾选零报告",
                                    "is required; where there are none, enter 0 and tick the zero return")));
                }
                continue;
            }
            Wording broken = broken(field, value);
            if (broken != null) {
                faults.add(new Fault(field.id(), field.label(), value, broken));
                continue;
            }
            String kept = count ? Long.toString(Long.parseLong(value)) : value;
            counts |= count;
            allZero &= !count || kept.equals("0");
            values.put(field.id(), kept);
        }
        if (faults.isEmpty() && isZero && !allZero) {
            faults.add(new Fault(
                    "zero",
                    form.zero(),
                    "✓",
                    new Wording(
                            "已填非零数字，不能勾选零报告；请去掉勾选或改为0",
                            "cannot be ticked beside a number that is not 0: remove the tick or enter 0")));
        }
        if (faults.isEmpty() && !isZero && counts && allZero) {
            faults.add(new Fault(
                    "zero",
                    form.zero(),
                    "",
                    new Wording(
                            "各项均为0时须勾选零报告，由填报人明确说“没有”",
                            "must be ticked when every number is 0: a zero is said, not left")));
        }
        return new ReturnAnswers(isZero, values, faults);
    }

    private static @org.jspecify.annotations.Nullable Wording broken(ReturnField field, String value) {
        return switch (field.type()) {
            case COUNT ->
                value.length() <= MOST_DIGITS && value.chars().allMatch(each -> each >= '0' && each <= '9')
                        ? null
                        : new Wording("必须是0或更大的整数", "must be a whole number from 0");
            case CHOICE ->
                field.options().contains(value)
                        ? null
                        : new Wording(
                                "必须是其中之一：" + String.join("、", field.options()),
                                "must be one of: " + String.join(", ", field.options()));
            case TEXT ->
                value.length() <= LONGEST
                                && value.chars().allMatch(each -> each >= 0x20 || each == '\n' || each == '\r')
                        ? null
                        : new Wording("最多" + LONGEST + "个字，请缩短", "has at most " + LONGEST + " characters: shorten it");
        };
    }
}
