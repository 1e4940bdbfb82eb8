package org.bihuan.policy.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings written as {@code name=value} or {@code DIVISION:name=value}. A number may carry the unit's letter
 * ({@code 7d}, {@code 48h}); another unit than the parameter's is an error.
 */
public final class SettingText {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{12}):)?([a-z][a-z0-9-]*)=(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})([a-z]*)");

    private static final int COUNTY = 3;

    private SettingText() {}

    /** The setting's parameter name, without looking whether any pack has it; empty text when malformed. */
    public static String parameterOf(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? matcher.group(2) : "";
    }

    /**
     * Reads a setting of one of the pack's parameters.
     *
     * @throws PackFormatException naming the setting and the rule broken
     */
    public static ParameterSetting read(String text, Pack pack, Instant setAt) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw error(text, "must be name=value or DIVISION:name=value with a 12-digit division");
        }
        ParameterDefinition definition = pack.parameters().get(matcher.group(2));
        if (definition == null) {
            throw error(
                    text,
                    "the pack " + pack.id() + " has no parameter " + matcher.group(2) + "; it has "
                            + pack.parameters().keySet().stream().sorted().toList());
        }
        String division = matcher.group(1);
        ParameterValue value = value(definition, matcher.group(3));
        ScheduleCheck.fault(pack, definition, value).ifPresent(fault -> {
            throw error(text, fault.en());
        });
        return new ParameterSetting(definition.id(), division(text, division), value, setAt);
    }

    /** Reads those of the settings that the pack has a parameter for. */
    public static List<ParameterSetting> readKnown(List<String> texts, Pack pack, Instant setAt) {
        return texts.stream()
                .filter(each -> pack.parameters().containsKey(parameterOf(each)))
                .map(each -> read(each, pack, setAt))
                .toList();
    }

    /** Reads a value of the parameter. */
    public static ParameterValue value(ParameterDefinition definition, String text) {
        String trimmed = text.strip();
        if (definition.unit() == Unit.DIVISIONS) {
            List<DivisionCode> divisions = new ArrayList<>();
            for (String part : trimmed.split(",", -1)) {
                divisions.add(DivisionCode.parse(part.strip())
                        .orElseThrow(() -> error(definition.id() + "=" + text, "must be 12-digit division codes")));
            }
            return new ParameterValue.Divisions(divisions);
        }
        if (definition.unit() == Unit.TEST_SCHEDULE) {
            return ScheduleText.read(trimmed).orElseThrow(() -> error(definition.id() + "=" + text, ScheduleText.RULE));
        }
        Matcher matcher = NUMBER.matcher(trimmed);
        if (!matcher.matches()) {
            throw error(
                    definition.id() + "=" + text,
                    "must be a whole number of " + definition.unit().code() + ", zero or more");
        }
        String suffix = matcher.group(2);
        if (!suffix.isEmpty() && !suffix.equals(definition.unit().suffix())) {
            throw error(
                    definition.id() + "=" + text,
                    "wrong unit " + suffix + ", the parameter is in "
                            + definition.unit().code() + " ("
                            + definition.unit().suffix() + ")");
        }
        return new ParameterValue.Whole(Long.parseLong(matcher.group(1)));
    }

    private static @Nullable DivisionCode division(String text, @Nullable String division) {
        if (division == null) {
            return null;
        }
        DivisionCode code =
                DivisionCode.parse(division).orElseThrow(() -> error(text, "must start with a 12-digit division code"));
        // Rules are bound county by county, so a value for less than a county would be heard by nobody.
        if (code.level() > COUNTY) {
            throw error(text, "values are set for a county or more; the county here is " + code.atLevel(COUNTY));
        }
        return code;
    }

    private static PackFormatException error(String text, String rule) {
        return new PackFormatException("--set", text, rule);
    }
}
