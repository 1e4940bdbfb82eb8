package org.bihuan.app.site;

/**
 * A division on the map that the operator gave.
 *
 * @param bar its figure
 * @param path SVG path in the map's own units
 * @param x where its name stands
 * @param y where its name stands
 */
public record Outline(Bar bar, String path, int x, int y) {}
