package org.bihuan.app.imports.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A row of an upload once read.
 *
 * @param line its number in the file
 * @param subject its subject, empty when that could not be read
 * @param hash tells its values from others; keyed once it is stored, so that nobody can try out what a row says
 * @param cells its values by column
 * @param errorsZh what is wrong with it, empty for a good row
 * @param errorsEn the same in English
 */
public record Line(long line, String subject, UUID hash, Map<String, String> cells, String errorsZh, String errorsEn) {
    /** The row as one that goes back to its sender. */
    public Line refused(String zh, String en) {
        return new Line(line, subject, hash, Map.of(), zh, en);
    }

    /** The cells as one text; values have neither tabs nor line ends. */
    String encodedCells() {
        StringBuilder text = new StringBuilder();
        cells.forEach((column, value) ->
                text.append(column).append('\t').append(value).append('\n'));
        return text.toString();
    }

    static Map<String, String> decodedCells(String text) {
        Map<String, String> cells = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            cells.put(line.substring(0, tab), line.substring(tab + 1));
        });
        return cells;
    }
}
