package org.bihuan.policy.table;

/** What the values of an input column, a parameter or an endpoint are. */
public enum InputType {
    /** One of a listed set of words, {@code unknown} among them. */
    TEXT("string"),
    /** A finite number; whether it is known at all stands in a Boolean twin column. */
    NUMBER("number"),
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean");

    private final String feelName;

    InputType(String feelName) {
        this.feelName = feelName;
    }

    /** The FEEL {@code typeRef}: string, number or boolean. */
    public String feelName() {
        return feelName;
    }
}
