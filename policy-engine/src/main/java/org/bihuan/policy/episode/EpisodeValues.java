package org.bihuan.policy.episode;

import org.bihuan.policy.pack.Unit;
import org.jspecify.annotations.Nullable;

/** The parameter values that folding needs. */
public interface EpisodeValues {
    /** The value of a whole-number parameter, null while unset. */
    @Nullable Long whole(String parameter);

    /** The unit of a parameter. */
    Unit unit(String parameter);
}
