package org.bihuan.app.site;

/**
 * A figure that a chart shows: a link to the list that is as long as it says.
 *
 * @param label what it is about
 * @param address of its list; empty where there is none
 * @param count 0 or more
 * @param share of the greatest in the chart, 0 to 100
 */
public record Bar(String label, String address, long count, int share) {
    /** With its share of the greatest; what is not nothing is at least to be seen. */
    public static Bar of(String label, String address, long count, long greatest) {
        int share = greatest == 0 ? 0 : (int) (count * 100 / greatest);
        return new Bar(label, address, count, count > 0 ? Math.max(1, share) : 0);
    }

    /** One of five steps of shade, 0 for nothing. */
    public int shade() {
        return count == 0 ? 0 : 1 + Math.min(3, share / 25);
    }
}
