package org.bihuan.app.orders;

import java.util.Map;
import java.util.TreeMap;
import org.bihuan.policy.pack.OutcomeDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.pack.Wording;
import org.bihuan.policy.table.Rule;

/** The rows of the tables of an order, and what they mean, item by item. Pure. */
final class ComparedRules {
    private ComparedRules() {}

    static Map<String, ComparedItem> rows(Pack pack) {
        Map<String, ComparedItem> items = new TreeMap<>();
        for (TableUse table : pack.tables()) {
            for (Rule rule : table.definition().rules()) {
                items.put(table.key() + "/" + rule.id(), row(pack, table, rule));
            }
        }
        return items;
    }

    private static ComparedItem row(Pack pack, TableUse table, Rule rule) {
        OutcomeDefinition outcome = pack.outcomes().get(rule.outcome());
        Wording sentence = outcome == null ? null : outcome.wording();
        ComparedItem item = ComparedItem.of(sentence);
        for (int i = 0; i < rule.cells().size(); i++) {
            if (!rule.cells().get(i).isAny()) {
                String input = table.definition().inputs().get(i).name();
                item.with(
                        "console.feature." + input,
                        Said.text(rule.cells().get(i).text()));
            }
        }
        return item.with("outcome", sentence == null ? Said.text(rule.outcome()) : Said.words(sentence))
                .with("clauses", Said.list(rule.clauses()));
    }

    static Map<String, ComparedItem> outcomes(Pack pack) {
        Map<String, ComparedItem> items = new TreeMap<>();
        pack.outcomes().values().forEach(each -> items.put(each.name(), outcome(pack, each)));
        return items;
    }

    private static ComparedItem outcome(Pack pack, OutcomeDefinition each) {
        return ComparedItem.of(each.wording())
                .with("wording", Said.words(each.wording()))
                .with(
                        "measures",
                        Said.words(each.measures().stream()
                                .map(key -> ComparedWork.measure(pack, key))
                                .toList()))
                .with(
                        "duties",
                        Said.words(each.duties().stream()
                                .map(key -> ComparedWork.duty(pack, key))
                                .toList()))
                .with("signals", Said.text(each.signals().isEmpty() ? "" : new TreeMap<>(each.signals())))
                .with("refusal", Said.text(each.refusal()));
    }
}
