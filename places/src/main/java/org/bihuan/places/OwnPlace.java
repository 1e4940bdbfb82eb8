package org.bihuan.places;

/**
 * A place of the register as the search knows it.
 *
 * @param id its number
 * @param level 1 province to 5 village, 6 grid, 7 compound, 8 building
 * @param name its own name
 * @param path the names of the places it lies in, coarsest first, parted by spaces
 * @param isFormer whether it has no longer this name, or is no more
 */
public record OwnPlace(PlaceId id, int level, String name, String path, boolean isFormer) {}
