package org.bihuan.policy.table;

/** An order comparison of an input with an endpoint. */
public enum Comparison {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** As written in a cell. */
    public String symbol() {
        return symbol;
    }
}
