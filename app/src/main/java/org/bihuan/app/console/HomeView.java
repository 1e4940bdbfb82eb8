package org.bihuan.app.console;

import java.time.Instant;
import java.util.List;

/**
 * What the first page shows.
 *
 * @param tiles big numbers
 * @param samples subjects with something to do
 * @param orders orders in force
 */
public record HomeView(List<Tile> tiles, List<Sample> samples, List<InForce> orders) {

    /** A number with the list behind it. */
    public record Tile(String path, String textKey, long count, boolean isAlarm) {}

    /** A subject worth looking at, with what is to be done about it; both empty where only the subject counts. */
    public record Sample(String path, String type, String name, String id, String title, String state) {}

    /** An order in force. */
    public record InForce(String title, String version, Instant since) {}
}
