package org.bihuan.app.briefing;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A frozen figure that would be another one by what is known since.
 *
 * @param id its id
 * @param key which figure
 * @param place the district that it is about, null for the whole
 * @param oldValue what it said until then, null for not known
 * @param newValue what it would say, null for not known
 * @param added how many things came to its list
 * @param gone how many went from it
 * @param foundAt when that was seen
 */
public record FigureCorrection(
        UUID id,
        String key,
        @Nullable DivisionCode place,
        @Nullable Long oldValue,
        @Nullable Long newValue,
        int added,
        int gone,
        Instant foundAt) {}
