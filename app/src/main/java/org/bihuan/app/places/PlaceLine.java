package org.bihuan.app.places;

/**
 * A place in a list.
 *
 * @param id its number
 * @param kind key of its kind
 * @param name its own name
 * @param path the full name
 * @param isFormer whether it was called so once
 */
public record PlaceLine(String id, String kind, String name, String path, boolean isFormer) {}
