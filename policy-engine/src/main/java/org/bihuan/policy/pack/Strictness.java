package org.bihuan.policy.pack;

/** Which direction of a parameter's value restricts people more. */
public enum Strictness {
    HIGHER,
    LOWER,
    NONE;

    /** Whether the value is looser than the bound a parent sets. Lists and neutral parameters never are. */
    public boolean isLooser(ParameterValue value, ParameterValue bound) {
        if (!(value instanceof ParameterValue.Whole mine) || !(bound instanceof ParameterValue.Whole theirs)) {
            return false;
        }
        return switch (this) {
            case HIGHER -> mine.value() < theirs.value();
            case LOWER -> mine.value() > theirs.value();
            case NONE -> false;
        };
    }
}
