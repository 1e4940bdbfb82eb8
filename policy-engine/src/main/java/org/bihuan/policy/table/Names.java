package org.bihuan.policy.table;

import java.util.Set;

/** What may be the name of a column, a parameter or a rule. */
final class Names {
    /** Words that mean something to FEEL, so that another engine would not read them as names. */
    private static final Set<String> RESERVED = Set.of(
            "null",
            "true",
            "false",
            "function",
            "return",
            "external",
            "if",
            "then",
            "else",
            "for",
            "some",
            "every",
            "satisfies",
            "in",
            "between",
            "and",
            "or",
            "not",
            "instance",
            "of",
            "list",
            "context",
            "range",
            "date",
            "time",
            "duration");

    private Names() {}

    static boolean isStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isPart(int c) {
        return isStart(c) || (c >= '0' && c <= '9') || c == '_';
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= TableLimits.NAME_LENGTH
                && isStart(name.charAt(0))
                && name.chars().allMatch(Names::isPart)
                && !isReserved(name);
    }

    static void requireName(String name, TableError error) {
        if (!isName(name)) {
            throw new TableFormatException(
                            error,
                            "a name is a letter, then letters, digits and underscores, at most "
                                    + TableLimits.NAME_LENGTH + " characters, and no FEEL word")
                    .offending(name);
        }
    }

    /** A rule id: an XML name of ASCII letters, digits, underscore, hyphen and dot. */
    static boolean isId(String id) {
        return !id.isEmpty()
                && id.length() <= TableLimits.NAME_LENGTH
                && (isStart(id.charAt(0)) || id.charAt(0) == '_')
                && id.chars().allMatch(c -> isPart(c) || c == '-' || c == '.');
    }
}
