package org.bihuan.places;

/**
 * A place that a search found.
 *
 * @param id the place
 * @param level 1 province to 5 village, finer ones above
 * @param quality 0 the word is its name, with or without 省, 市, 区; 1 its name begins with the word; 2 contains it
 * @param name its own name
 * @param isFormer whether it was called so once
 */
public record Hit(PlaceId id, int level, int quality, String name, boolean isFormer) implements Comparable<Hit> {
    /** Coarser places first, then the better answer, then by number. */
    @Override
    public int compareTo(Hit other) {
        int byLevel = Integer.compare(level, other.level);
        int byQuality = byLevel != 0 ? byLevel : Integer.compare(quality, other.quality);
        return byQuality != 0 ? byQuality : id.compareTo(other.id);
    }
}
