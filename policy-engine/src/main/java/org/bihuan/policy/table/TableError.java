package org.bihuan.policy.table;

/** What can be wrong with a table. The code never changes, so that callers can translate it. */
public enum TableError {
    FILE_SIZE("table.file.size"),
    FILE_READ("table.file.read"),
    XML_MALFORMED("table.xml.malformed"),
    XML_DOCTYPE("table.xml.doctype"),
    XML_DEPTH("table.xml.depth"),
    XML_ENCODING("table.xml.encoding"),
    DMN_NAMESPACE("table.dmn.namespace"),
    /** An element outside the whitelist: an import, a function, an invocation, another boxed expression. */
    DMN_ELEMENT("table.dmn.element"),
    /** An element or attribute that is missing or there too often. */
    DMN_STRUCTURE("table.dmn.structure"),
    DMN_LANGUAGE("table.dmn.language"),
    HIT_POLICY("table.hit-policy"),
    AGGREGATION("table.aggregation"),
    COLUMN_NAME("table.column.name"),
    COLUMN_TYPE("table.column.type"),
    COLUMN_VALUES("table.column.values"),
    COLUMN_TWIN("table.column.twin"),
    /** A column or parameter that the decision does not require as input data. */
    INPUT_UNDECLARED("table.input.undeclared"),
    OUTPUT_VALUE("table.output.value"),
    RULE_ID("table.rule.id"),
    RULE_CELLS("table.rule.cells"),
    ANNOTATION("table.annotation"),
    CELL_LENGTH("table.cell.length"),
    CELL_SYNTAX("table.cell.syntax"),
    CELL_NUMBER("table.cell.number"),
    CELL_NAME("table.cell.name"),
    CELL_TYPE("table.cell.type"),
    CELL_VALUE("table.cell.value"),
    CELL_EMPTY_INTERVAL("table.cell.empty-interval"),
    PARAMETER_UNDECLARED("table.parameter.undeclared"),
    PARAMETER_TYPE("table.parameter.type"),
    PARAMETER_VALUE("table.parameter.value"),
    LIMIT("table.limit");

    private final String code;

    TableError(String code) {
        this.code = code;
    }

    /** The stable code, such as {@code table.cell.syntax}. */
    public String code() {
        return code;
    }
}
