package org.bihuan.app.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.facts.FactOrigin;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.work.WorkKind;
import org.bihuan.policy.decide.Suspension;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.format.RawFact;
import org.springframework.stereotype.Component;

/**
 * Kinds of fact that do not say what happened but decide what others owe: whoever may record facts needs for them, and for
 * taking them back, the right that their pages ask for. Thread-safe.
 */
@Component
class GoverningFacts {
    private static final Map<String, Permission> NEEDS = needs();

    private final Facts facts;

    GoverningFacts(Facts facts) {
        this.facts = facts;
    }

    private static Map<String, Permission> needs() {
        Map<String, Permission> needs = new HashMap<>();
        Arrays.stream(WorkKind.values()).forEach(each -> needs.put(each.factKind(), each.needs()));
        List.of(Suspension.GRANTED, Suspension.ENDED, "appeal-answer")
                .forEach(each -> needs.put(each, Permission.ANSWER_APPEALS));
        return Map.copyOf(needs);
    }

    /** Why whoever asks may not record the fact; empty when they may. */
    Optional<ErrorAnswer> refusal(RawFact raw) {
        return Optional.ofNullable(NEEDS.get(raw.corrects() == null ? raw.kind() : correctedKind(raw)))
                .filter(needed -> !Asking.may(needed))
                .map(needed -> new ErrorAnswer(
                        "kind",
                        raw.kind(),
                        "fact.not-allowed",
                        "需要“" + needed.key() + "”权限；请由有此权限的人办理",
                        "takes the right " + needed.key() + ": have it recorded by somebody who has it"));
    }

    /** A correction is of the kind that it corrects, whatever it calls itself. */
    private String correctedKind(RawFact raw) {
        try {
            FactId corrected = new FactId(UUID.fromString(String.valueOf(raw.corrects())));
            return facts.origins(List.of(corrected)).values().stream()
                    .map(FactOrigin::kind)
                    .findFirst()
                    .orElse(raw.kind());
        } catch (IllegalArgumentException _) {
            return raw.kind(); // refused further on
        }
    }
}
