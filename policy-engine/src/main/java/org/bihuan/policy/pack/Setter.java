package org.bihuan.policy.pack;

/** Who may set a parameter's value. */
public enum Setter {
    /** The order fixes it. */
    PACK,
    /** The order is silent; whoever runs the system enters it, marked as such. */
    OPERATOR,
    /** The order leaves it to each county-level district. Unset, it restricts nobody. */
    COUNTY;

    /** Whether the order delegates the value to a lower level. */
    public boolean isDelegated() {
        return this == COUNTY;
    }
}
