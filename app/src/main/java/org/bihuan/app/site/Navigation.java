package org.bihuan.app.site;

import java.util.function.LongSupplier;

/**
 * A place in the menu; a module declares one as a bean for each page it offers there.
 *
 * @param path address of the page
 * @param textKey message key of its name
 * @param order smaller comes first
 * @param alarm how many things there are late, shown beside the name unless it is 0
 */
public record Navigation(String path, String textKey, int order, LongSupplier alarm) {
    /** A place where nothing can be late. */
    public Navigation(String path, String textKey, int order) {
        this(path, textKey, order, () -> 0);
    }
}
