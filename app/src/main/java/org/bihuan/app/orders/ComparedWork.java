package org.bihuan.app.orders;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.TimePoint;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** What an order imposes and demands, item by item. Pure. */
final class ComparedWork {
    private ComparedWork() {}

    static Wording measure(Pack pack, String key) {
        MeasureDefinition measure = pack.measures().get(key);
        var kind = measure == null ? null : pack.vocabulary().measures().get(measure.kind());
        return kind == null ? new Wording(key, key) : kind.wording();
    }

    static Wording duty(Pack pack, String key) {
        DutyDefinition duty = pack.duties().get(key);
        return duty == null ? new Wording(key, key) : duty.wording();
    }

    static Map<String, ComparedItem> measures(Pack pack) {
        Map<String, ComparedItem> items = new TreeMap<>();
        for (MeasureDefinition each : pack.measures().values()) {
            items.put(
                    each.key(),
                    ComparedItem.of(measure(pack, each.key()))
                            .with("kind", Said.text(each.kind()))
                            .with("from", time(each.from()))
                            .with("until", time(each.until()))
                            .with("release", Said.text(each.release()))
                            .with("clauses", Said.list(each.clauses())));
        }
        return items;
    }

    static Map<String, ComparedItem> duties(Pack pack) {
        Map<String, ComparedItem> items = new TreeMap<>();
        pack.duties().values().forEach(each -> items.put(each.key(), duty(pack, each)));
        return items;
    }

    private static ComparedItem duty(Pack pack, DutyDefinition each) {
        Wording owner = pack.vocabulary().owners().get(each.owner());
        return ComparedItem.of(each.wording())
                .with("wording", Said.words(each.wording()))
                .with("kind", Said.text(each.kind()))
                .with("owner", owner == null ? Said.text(each.owner()) : Said.words(owner))
                .with("evidence", Said.text(each.evidence()))
                .with("spacing", Said.text(each.spacing()))
                .with(
                        "steps",
                        Said.text(each.steps().stream().map(ComparedWork::step).collect(Collectors.joining("; "))))
                .with("repeat", Said.text(each.repeat()))
                .with("schedule", Said.text(each.schedule()))
                .with("clauses", Said.list(each.clauses()));
    }

    private static String step(DutyDefinition.Step step) {
        return time(step.opens()).text() + " … " + time(step.due()).text();
    }

    private static Said time(@Nullable TimePoint time) {
        if (time == null) {
            return Said.NOTHING;
        }
        String anchors = String.join(" / ", time.anchors());
        String move = time.parameter() == null ? "" : (time.backward() ? " − " : " + ") + time.parameter();
        return Said.text(anchors + move);
    }
}
