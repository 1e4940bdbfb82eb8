package org.bihuan.places.risk;

/**
 * A line of a list.
 *
 * @param line its number, from 1
 * @param level id of its level
 * @param name as written
 * @param where which place that is
 */
public record ListedArea(int line, String level, AreaName name, Resolution where) {
    /** What the line is about: the place where it is one, the words where not. */
    String key() {
        return where instanceof Resolution.Whole whole ? whole.place().toString() : name.key();
    }
}
