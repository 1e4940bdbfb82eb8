package org.bihuan.app.orders;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;

/** The head of an order and its parameters, item by item. Pure. */
final class ComparedHead {
    private ComparedHead() {}

    static Map<String, ComparedItem> head(Pack pack) {
        Manifest head = pack.manifest();
        return Map.of(
                "",
                ComparedItem.of(head.titles())
                        .with("version", Said.text(head.version()))
                        .with("title", Said.words(head.titles()))
                        .with("issuer", Said.words(head.issuer()))
                        .with("number", Said.text(head.number()))
                        .with("jurisdiction", Said.text(head.jurisdiction()))
                        .with("valid-from", Said.text(head.validFrom()))
                        .with("valid-to", Said.text(head.validTo()))
                        .with("facts-since", Said.text(head.factsSince()))
                        .with(
                                "transition",
                                Said.word("orders.transition."
                                        + head.transition().name().toLowerCase(Locale.ROOT)))
                        .with("disease-class", Said.text(head.diseaseClass()))
                        .with("articles", Said.list(head.articles()))
                        .with("clauses", Said.list(head.clauses())));
    }

    static Map<String, ComparedItem> parameters(Pack pack) {
        Map<String, ComparedItem> items = new TreeMap<>();
        pack.parameters().values().forEach(each -> items.put(each.id(), parameter(each)));
        return items;
    }

    private static ComparedItem parameter(ParameterDefinition each) {
        Said value = each.value() == null
                ? Said.word("orders.empty")
                : new Said(each.value().toString(), "orders.unit." + each.unit().code(), null);
        return ComparedItem.of(each.wording())
                .with("value", value)
                .with(
                        "setter",
                        Said.word("orders.setter." + each.setter().name().toLowerCase(Locale.ROOT)))
                .with(
                        "strictness",
                        Said.word(
                                "orders.strictness." + each.strictness().name().toLowerCase(Locale.ROOT)))
                .with("wording", Said.words(each.wording()))
                .with("clauses", Said.list(each.clauses()));
    }
}
