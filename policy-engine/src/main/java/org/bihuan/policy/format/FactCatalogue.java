package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of fact that rules may read, with their typed fields. Facts of other kinds are kept, but no rule sees them.
 *
 * @param kinds by name
 */
public record FactCatalogue(Map<String, Kind> kinds) {
    public FactCatalogue {
        kinds = Map.copyOf(kinds);
    }

    /** Types of field. */
    public enum FieldType {
        TIME,
        DATE,
        TEXT,
        NUMBER,
        DIVISION,
        CHOICE
    }

    /** Forms of personal text by which somebody is looked up. */
    public enum Form {
        NAME,
        DOCUMENT,
        /** A document that somebody says is theirs and nobody has looked at: it makes nobody its owner. */
        CLAIMED_DOCUMENT,
        PHONE,
        PLATE
    }

    /**
     * A field.
     *
     * @param name its name
     * @param type its type
     * @param choices words a choice may have
     * @param minimum least value of a number, null for none
     * @param mayLieAhead whether a time may lie ahead of now, such as the report of a pending result
     * @param isPersonal whether it can tell who somebody is: sealed at rest, and no rule reads it
     * @param form how its text is checked and found again, null for any text
     * @param kindField field of the same kind that says which kind of document it is, null when its form is no document
     * @param wording its name for people
     */
    public record Field(
            String name,
            FieldType type,
            Set<String> choices,
            @Nullable Long minimum,
            boolean mayLieAhead,
            boolean isPersonal,
            @Nullable Form form,
            @Nullable String kindField,
            Wording wording) {}

    /**
     * A kind of fact.
     *
     * @param name its name
     * @param schema current version of its shape
     * @param subjects types of subject it may be about; empty for any
     * @param occurred field that says when it happened, null when the envelope does
     * @param plannedBy field that, when known and not ahead of now, allows the fact itself to lie ahead
     * @param fields by name
     * @param isMachine whether the machine itself reads it
     * @param wording its name for people
     * @param bulk what makes it a bulk kind, null for an ordinary one
     * @param declaration id of all that decides how a payload is typed: two declarations that type alike share it
     */
    public record Kind(
            String name,
            int schema,
            List<String> subjects,
            @Nullable String occurred,
            @Nullable String plannedBy,
            Map<String, Field> fields,
            boolean isMachine,
            Wording wording,
            @Nullable BulkDeclaration bulk,
            UUID declaration) {
        /** Whether rules see a fact of this kind with these fields: always, unless it is bulk and not decisive. */
        public boolean isSeen(Map<String, FieldValue> values) {
            return bulk == null || bulk.isDecisive(values);
        }
    }

    /** The kind, empty when it is not in the catalogue. */
    public Optional<Kind> find(String kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    static FactCatalogue read(Node root) {
        root.allow("format", "kinds", "machine");
        Map<String, Kind> kinds = new LinkedHashMap<>();
        root.get("kinds").entries().forEach((name, node) -> kinds.put(name, kind(name, node, false)));
        root.get("machine").entries().forEach((name, node) -> kinds.put(name, kind(name, node, true)));
        return new FactCatalogue(kinds);
    }

    /** With the kinds that a pack declares as forms of its own; a shared kind cannot be declared again. */
    FactCatalogue with(Node root) {
        root.allow("format", "kinds");
        Map<String, Kind> all = new LinkedHashMap<>(kinds);
        root.get("kinds").entries().forEach((name, node) -> {
            if (all.put(name, kind(name, node, false)) != null) {
                throw node.error("this kind of fact is declared already");
            }
        });
        return new FactCatalogue(all);
    }

    private static Kind kind(String name, Node node, boolean isMachine) {
        node.allow("zh", "en", "schema", "subjects", "occurred", "planned-by", "bulk", "fields");
        Map<String, Field> fields = new LinkedHashMap<>();
        node.get("fields").entries().forEach((field, each) -> fields.put(field, field(field, each)));
        for (String key : List.of("occurred", "planned-by")) {
            Node named = node.get(key);
            if (!named.isMissing()) {
                Field field = fields.get(named.text());
                if (field == null || field.type() != FieldType.TIME) {
                    throw named.error("must name a field of type time");
                }
            }
        }
        int schema = node.get("schema").whole(1, 1_000);
        List<String> subjects = node.get("subjects").texts();
        String occurred = node.get("occurred").findText().orElse(null);
        String plannedBy = node.get("planned-by").findText().orElse(null);
        BulkDeclaration bulk = BulkDeclaration.read(node.get("bulk"), fields);
        return new Kind(
                name,
                schema,
                subjects,
                occurred,
                plannedBy,
                fields,
                isMachine,
                node.wording(),
                bulk,
                declaration(name, schema, subjects, occurred, plannedBy, fields, bulk));
    }

    private static UUID declaration(
            String name,
            int schema,
            List<String> subjects,
            @Nullable String occurred,
            @Nullable String plannedBy,
            Map<String, Field> fields,
            @Nullable BulkDeclaration bulk) {
        List<String> parts = new ArrayList<>(
                List.of("declaration", name, "" + schema, "" + subjects, "" + occurred, "" + plannedBy));
        new TreeMap<>(fields)
                .forEach((field, each) -> parts.addAll(List.of(
                        field,
                        each.type().name(),
                        "" + new TreeSet<>(each.choices()),
                        "" + each.minimum(),
                        "" + each.mayLieAhead())));
        fields.values().stream()
                .filter(each -> each.form() != null || each.kindField() != null)
                .sorted(Comparator.comparing(Field::name))
                .forEach(each -> parts.addAll(List.of("form", each.name(), "" + each.form(), "" + each.kindField())));
        if (bulk != null) {
            parts.addAll(bulk.canonical());
        }
        return HashId.of(parts.toArray(String[]::new));
    }

    private static Field field(String name, Node node) {
        node.allow("type", "of", "unit", "minimum", "future", "personal", "form", "document-kind", "zh", "en");
        String type = node.get("type").oneOf(Set.of("time", "date", "text", "number", "division", "choice"));
        Node minimum = node.get("minimum");
        boolean personal = node.has("personal") && node.get("personal").truth();
        if (personal && !type.equals("text")) {
            throw node.error("a personal field is a text: rules read the other types");
        }
        if (!personal && node.has("form")) {
            throw node.error("only a personal field has a form");
        }
        if (type.equals("choice") == node.get("of").texts().isEmpty()) {
            throw node.error("a choice lists its words under 'of', and nothing else does");
        }
        return new Field(
                name,
                switch (type) {
                    case "time" -> FieldType.TIME;
                    case "date" -> FieldType.DATE;
                    case "number" -> FieldType.NUMBER;
                    case "division" -> FieldType.DIVISION;
                    case "choice" -> FieldType.CHOICE;
                    default -> FieldType.TEXT;
                },
                new LinkedHashSet<>(node.get("of").texts()),
                minimum.isMissing() ? null : minimum.whole(),
                node.has("future") && node.get("future").truth(),
                personal,
                form(node.get("form")),
                node.get("document-kind").findText().orElse(null),
                node.wording());
    }

    private static @Nullable Form form(Node node) {
        return node.isMissing()
                ? null
                : Form.valueOf(node.oneOf(Set.of("name", "document", "claimed-document", "phone", "plate"))
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_'));
    }
}
