package org.bihuan.app.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.work.WorkKind;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.Times;
import org.springframework.stereotype.Component;

/** Says at once what would be wrong with every single fact. Thread-safe. */
@Component
class BulkChecks {
    private static final int LONGEST = 200;

    private final Rules rules;

    BulkChecks(Rules rules) {
        this.rules = rules;
    }

    /** The results an attempt can have. */
    List<String> results() {
        return rules.catalogue()
                .find(WorkKind.ATTEMPT.factKind())
                .map(kind -> kind.fields().get("result"))
                .map(FactCatalogue.Field::choices)
                .map(List::copyOf)
                .orElse(List.of());
    }

    /** @throws BulkRefused with field, value and rule */
    void require(BulkKind kind, Map<String, String> fields, Instant now) {
        if (kind == BulkKind.WAIVER) {
            throw new BulkRefused("免除只能逐项办理", "waivers are given one by one");
        }
        kind.required().forEach(field -> requireText(field, fields.getOrDefault(field, "")));
        fields.forEach((field, value) -> {
            if (value.length() > LONGEST) {
                throw wrong(
                        field,
                        value.substring(0, 20) + "…",
                        "最多" + LONGEST + "字",
                        "has at most " + LONGEST + " characters");
            }
            if (field.equals("dueAt") || field.equals("nextAttemptAt")) {
                requireFuture(field, value, now);
            }
        });
        String result = fields.getOrDefault("result", "");
        if (kind == BulkKind.ATTEMPT && !results().contains(result)) {
            throw wrong(
                    "result", result, "只能是" + String.join("、", results()), "is one of " + String.join(", ", results()));
        }
    }

    /** @throws BulkRefused without a reason */
    void requireWhy(String why) {
        requireText("why", why);
        if (why.length() > LONGEST) {
            throw wrong(
                    "why", why.substring(0, 20) + "…", "最多" + LONGEST + "字", "has at most " + LONGEST + " characters");
        }
    }

    private static void requireText(String field, String value) {
        if (value.isBlank()) {
            throw wrong(field, value, "必填", "is required");
        }
    }

    private static void requireFuture(String field, String value, Instant now) {
        Instant at = Times.parse(value);
        if (at == null || !at.isAfter(now)) {
            throw wrong(field, value, "必须是以后的时间", "must be a moment that lies ahead");
        }
    }

    private static BulkRefused wrong(String field, String value, String zh, String en) {
        return new BulkRefused(field + "「" + value + "」" + zh, field + " \"" + value + "\" " + en);
    }
}
