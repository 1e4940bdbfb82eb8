package org.bihuan.app.audit;

import java.util.Optional;

/**
 * The end of the chain. Who keeps it elsewhere can later prove that nothing before it was touched.
 *
 * @param batch number of the last batch, 0 when there is none
 * @param hash its hash
 */
public record Head(long batch, Hash hash) {
    /** The end of an empty chain. */
    static final Head NONE = new Head(0, Hash.ZERO);

    /** Reads the form {@code number:hash}. */
    public static Optional<Head> parse(String text) {
        int colon = text.indexOf(':');
        try {
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(
                            new Head(Long.parseLong(text.substring(0, colon)), new Hash(text.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return batch + ":" + hash;
    }
}
