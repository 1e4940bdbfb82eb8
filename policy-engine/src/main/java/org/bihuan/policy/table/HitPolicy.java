package org.bihuan.policy.table;

/** How many rules of a table may answer. */
public enum HitPolicy {
    /** At most one rule matches any input; two that match are an overlap, an error. */
    UNIQUE,
    /** Every rule that matches answers, in the order of the table. */
    RULE_ORDER
}
