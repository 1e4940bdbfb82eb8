package org.bihuan.places.risk;

import java.util.Optional;
import org.bihuan.places.PlaceId;

/**
 * Which level a place has under one list.
 *
 * @param level its own: that of the nearest listed place which it is or lies in, otherwise the scheme's level for
 *     everything else
 * @param listedAs that place; empty when no line names it or anything around it
 * @param within the strictest level of anything listed inside it, itself included; a person who only said the county may
 *     come from there
 * @param perhaps the strictest level of areas that lie in a place around it and are not known closer: it may be in one
 */
public record LevelAnswer(String level, Optional<PlaceId> listedAs, Optional<String> within, Optional<String> perhaps) {
    /** Whether the list leaves no doubt which level the place has. */
    public boolean isCertain() {
        return perhaps.isEmpty();
    }
}
