package org.bihuan.policy.table;

import java.util.List;
import java.util.Map;

/**
 * An element of a DMN file.
 *
 * @param name local name; outside the DMN namespace with the namespace in braces before it
 * @param attributes those without a namespace
 * @param children elements inside, in order
 * @param text the characters directly inside, joined
 * @param line where it starts in the file
 */
record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text, int line) {
    XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** An attribute, or empty text. */
    String attribute(String key) {
        return attributes.getOrDefault(key, "").strip();
    }

    List<XmlElement> children(String wanted) {
        return children.stream().filter(child -> child.name().equals(wanted)).toList();
    }

    boolean has(String wanted) {
        return children.stream().anyMatch(child -> child.name().equals(wanted));
    }

    /** The only child of that name. */
    XmlElement child(String wanted) {
        List<XmlElement> found = children(wanted);
        if (found.size() != 1) {
            throw fault(
                    TableError.DMN_STRUCTURE,
                    "exactly one element " + wanted + " is wanted in " + name + ", found " + found.size());
        }
        return found.getFirst();
    }

    /** The content of the text element inside. */
    String childText() {
        String content = child("text").text();
        if (content.length() > TableLimits.TEXT_LENGTH) {
            throw fault(TableError.CELL_LENGTH, "a text has at most " + TableLimits.TEXT_LENGTH + " characters")
                    .offending(content);
        }
        return content;
    }

    TableFormatException fault(TableError error, String detail) {
        return new TableFormatException(error, detail + " (line " + line + ")");
    }
}
