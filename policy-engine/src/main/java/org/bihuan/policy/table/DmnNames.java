package org.bihuan.policy.table;

import java.util.Set;
import java.util.regex.Pattern;

/** The namespaces and expression languages of DMN 1.2 to 1.5. */
final class DmnNames {
    private static final Set<String> MODELS = Set.of(
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/");

    /** FEEL or S-FEEL by short name, or by the address a DMN version gives it. */
    private static final Pattern LANGUAGE =
            Pattern.compile("(?i:s-)?(?i:feel)|https?://www\\.omg\\.org/spec/DMN/[0-9]{8}/(S-)?FEEL/?");

    private DmnNames() {}

    static void requireModel(String namespace) {
        if (!MODELS.contains(namespace)) {
            throw new TableFormatException(
                            TableError.DMN_NAMESPACE, "the root element is not of DMN 1.2, 1.3, 1.4 or 1.5")
                    .offending(namespace);
        }
    }

    static void requireLanguage(XmlElement element, String attribute) {
        String language = element.attribute(attribute);
        if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
            throw element.fault(TableError.DMN_LANGUAGE, attribute + " is FEEL or S-FEEL and nothing else")
                    .offending(language);
        }
    }
}
