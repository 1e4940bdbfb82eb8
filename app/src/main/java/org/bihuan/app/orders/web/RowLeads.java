package org.bihuan.app.orders.web;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.OutcomeDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.Vocabulary;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** What a row of a table leads to, as people call it: measures, then duties, or why nothing can be decided. Pure. */
final class RowLeads {
    private RowLeads() {}

    static List<Wording> of(Pack pack, @Nullable OutcomeDefinition outcome) {
        if (outcome == null) {
            return List.of();
        }
        List<Wording> leads = new ArrayList<>();
        for (String key : outcome.measures()) {
            MeasureDefinition measure = pack.measures().get(key);
            Vocabulary.MeasureKind kind =
                    measure == null ? null : pack.vocabulary().measures().get(measure.kind());
            leads.add(kind == null ? new Wording(key, key) : kind.wording());
        }
        for (String key : outcome.duties()) {
            DutyDefinition duty = pack.duties().get(key);
            leads.add(duty == null ? new Wording(key, key) : duty.wording());
        }
        OutcomeDefinition.FieldRefusal refusal = outcome.refusal();
        if (refusal != null) {
            leads.add(refusal.wording());
        }
        return leads.stream().distinct().toList();
    }
}
