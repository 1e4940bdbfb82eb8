package org.bihuan.policy.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.policy.fact.FieldValue;
import org.jspecify.annotations.Nullable;

/**
 * What makes a kind of fact bulk: its facts come in great numbers, are about one subject each, carry declared fields
 * only, and rules see but the decisive ones.
 *
 * @param decisive a fact is decisive when one of these holds
 */
public record BulkDeclaration(List<Condition> decisive) {
    /** Most fields of a bulk kind of each type; a store keeps them in a narrow row. */
    private static final Map<FactCatalogue.FieldType, Integer> MOST = new EnumMap<>(Map.of(
            FactCatalogue.FieldType.TIME, 2,
            FactCatalogue.FieldType.NUMBER, 4,
            FactCatalogue.FieldType.CHOICE, 2,
            FactCatalogue.FieldType.TEXT, 2,
            FactCatalogue.FieldType.DATE, 1,
            FactCatalogue.FieldType.DIVISION, 1));

    public BulkDeclaration {
        decisive = List.copyOf(decisive);
    }

    /**
     * A condition on one field; a field that is unknown fulfils none.
     *
     * @param field its name
     * @param atLeast a number must not be less, null for any
     * @param atMost a number must not be more, null for any
     * @param among a choice must be one of these, empty for any
     */
    public record Condition(
            String field,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost,
            Set<String> among) {
        public Condition {
            among = Set.copyOf(among);
        }

        boolean holds(Map<String, FieldValue> fields) {
            FieldValue value = fields.get(field);
            if (value instanceof FieldValue.Amount amount) {
                return (atLeast == null || amount.value().compareTo(atLeast) >= 0)
                        && (atMost == null || amount.value().compareTo(atMost) <= 0);
            }
            return value instanceof FieldValue.Text text && among.contains(text.value());
        }

        /** The condition in one form whatever the order of its words. */
        String canonical() {
            return field + " " + number(atLeast) + " " + number(atMost) + " "
                    + among.stream().sorted().toList();
        }

        private static String number(@Nullable BigDecimal number) {
            return number == null ? "" : number.stripTrailingZeros().toPlainString();
        }
    }

    /** Whether rules see a fact with these fields. */
    public boolean isDecisive(Map<String, FieldValue> fields) {
        return decisive.stream().anyMatch(condition -> condition.holds(fields));
    }

    List<String> canonical() {
        return decisive.stream().map(Condition::canonical).sorted().toList();
    }

    /** The declaration of the node, null when the kind is an ordinary one. */
    static @Nullable BulkDeclaration read(Node node, Map<String, FactCatalogue.Field> fields) {
        if (node.isMissing()) {
            return null;
        }
        node.allow("decisive");
        if (fields.values().stream().anyMatch(FactCatalogue.Field::isPersonal)) {
            throw node.error("a bulk kind has no personal fields: its columns are not sealed");
        }
        Map<FactCatalogue.FieldType, Integer> counts = new EnumMap<>(FactCatalogue.FieldType.class);
        fields.values().forEach(field -> counts.merge(field.type(), 1, Integer::sum));
        counts.forEach((type, count) -> {
            int most = MOST.getOrDefault(type, 0);
            if (count > most) {
                throw node.error("a bulk kind has at most " + most + " fields of type " + type + ", this has " + count);
            }
        });
        List<Condition> decisive = new ArrayList<>();
        node.get("decisive").items().forEach(each -> decisive.add(condition(each, fields)));
        if (decisive.isEmpty()) {
            throw node.get("decisive").error("is required: which of these facts do rules see?");
        }
        return new BulkDeclaration(decisive);
    }

    private static Condition condition(Node node, Map<String, FactCatalogue.Field> fields) {
        node.allow("field", "at-least", "at-most", "among");
        FactCatalogue.Field field = fields.get(node.get("field").text());
        if (field == null) {
            throw node.get("field").error("no such field of this kind");
        }
        Set<String> among = new LinkedHashSet<>(node.get("among").texts());
        boolean isNumber = field.type() == FactCatalogue.FieldType.NUMBER;
        if (isNumber ? !among.isEmpty() : !field.choices().containsAll(among) || among.isEmpty()) {
            throw node.error("a number is compared by at-least and at-most, a choice by among its words");
        }
        BigDecimal atLeast = number(node.get("at-least"));
        BigDecimal atMost = number(node.get("at-most"));
        if (isNumber == (atLeast == null && atMost == null)) {
            throw node.error("a number is compared by at-least and at-most, a choice by among its words");
        }
        return new Condition(field.name(), atLeast, atMost, among);
    }

    private static @Nullable BigDecimal number(Node node) {
        if (node.isMissing()) {
            return null;
        }
        try {
            return new BigDecimal(node.text());
        } catch (NumberFormatException e) {
            throw node.error("must be a number");
        }
    }
}
