package org.bihuan.policy.format;

/** A pack file that breaks a rule of the format. Names file, place within it, and the rule. */
public final class PackFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;
    private final String rule;

    /** A breach of the rule at the place. */
    public PackFormatException(String file, String place, String rule) {
        super(file + (place.isEmpty() ? "" : ": " + place) + ": " + rule);
        this.file = file;
        this.place = place;
        this.rule = rule;
    }

    /** The file within the pack. */
    public String file() {
        return file;
    }

    /** The place within the file, such as {@code parameters.home-observation-days.unit}. */
    public String place() {
        return place;
    }

    /** The rule broken, in words. */
    public String rule() {
        return rule;
    }
}
