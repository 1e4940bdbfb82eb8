package org.bihuan.policy.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Manifest.Addressees;
import org.bihuan.policy.pack.Manifest.Delegation;
import org.bihuan.policy.pack.Manifest.FactsSince;
import org.bihuan.policy.pack.Manifest.Parent;
import org.bihuan.policy.pack.Manifest.Transition;
import org.bihuan.policy.pack.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads {@code pack.yaml}, the head of a pack. */
final class ManifestReader {
    private static final Map<String, Integer> LEVELS =
            Map.of("province", 1, "prefecture", 2, "county", 3, "township", 4);

    private ManifestReader() {}

    static Manifest read(Node root, Vocabulary vocabulary) {
        root.allow(
                "format",
                "id",
                "version",
                "titles",
                "issuer",
                "number",
                "parent",
                "legal",
                "jurisdiction",
                "zone",
                "valid",
                "facts-since",
                "transition",
                "addressees",
                "delegation",
                "clauses",
                "note");
        Node id = root.get("id");
        if (!id.text().matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw id.error("must be lower-case letters, digits and hyphens");
        }
        Node legal = root.get("legal").allow("disease-class", "articles");
        Node valid = root.get("valid").allow("from", "to");
        return new Manifest(
                id.text(),
                root.get("version").text(),
                root.get("titles").wording(),
                root.get("issuer").wording(),
                root.get("number").findText().orElse(null),
                parent(root.get("parent")),
                legal.get("disease-class").oneOf(vocabulary.powers().keySet()),
                legal.get("articles").texts(),
                root.get("jurisdiction").division(),
                zone(root.get("zone")),
                valid.get("from").moment(),
                validTo(valid),
                factsSince(root.get("facts-since")),
                transition(root.get("transition")),
                addressees(root.get("addressees")),
                delegation(root.get("delegation"), vocabulary),
                root.get("clauses").texts());
    }

    private static @Nullable Instant validTo(Node valid) {
        Node to = valid.get("to");
        if (to.isMissing()) {
            return null;
        }
        if (!to.moment().isAfter(valid.get("from").moment())) {
            throw to.error("must be later than valid.from, got " + to.text());
        }
        return to.moment();
    }

    private static ZoneId zone(Node node) {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw node.error("is not a time zone: " + node.text());
        }
    }

    private static @Nullable Parent parent(Node node) {
        if (node.isMissing()) {
            return null;
        }
        node.allow("id", "zh", "en", "clauses");
        return new Parent(
                node.get("id").text(), node.wording(), node.get("clauses").texts());
    }

    private static @Nullable FactsSince factsSince(Node node) {
        if (node.isMissing()) {
            return null;
        }
        node.allow("from", "episode", "clauses");
        return new FactsSince(
                node.get("from").moment(),
                node.get("episode").text(),
                node.get("clauses").texts());
    }

    private static Transition transition(Node node) {
        return switch (node.oneOf(Set.of("keep", "recompute", "review"))) {
            case "keep" -> Transition.KEEP;
            case "recompute" -> Transition.RECOMPUTE;
            default -> Transition.REVIEW;
        };
    }

    private static @Nullable Addressees addressees(Node node) {
        if (node.isMissing()) {
            return null;
        }
        node.allow("level", "receipt-duty", "clauses");
        return new Addressees(
                level(node.get("level")),
                node.get("receipt-duty").text(),
                node.get("clauses").texts());
    }

    private static @Nullable Delegation delegation(Node node, Vocabulary vocabulary) {
        if (node.isMissing()) {
            return null;
        }
        node.allow("level", "duty", "owner", "due");
        return new Delegation(
                level(node.get("level")),
                node.get("duty").oneOf(vocabulary.duties().keySet()),
                node.get("owner").oneOf(vocabulary.owners().keySet()),
                node.get("due").text());
    }

    private static int level(Node node) {
        return LEVELS.getOrDefault(node.oneOf(LEVELS.keySet()), 1);
    }
}
