package org.bihuan.app.site;

import java.util.Set;
import java.util.function.LongSupplier;
import org.bihuan.app.authority.Permission;

/**
 * A place in the menu; a module declares one as a bean for each page it offers there.
 *
 * @param path address of the page
 * @param textKey message key of its name
 * @param order smaller comes first in its group
 * @param needs what it takes beyond opening the page, which may be for everybody
 * @param alarm how many things there are late, shown beside the name unless it is 0
 * @param group where it stands
 */
public record Navigation(
        String path, String textKey, int order, Set<Permission> needs, LongSupplier alarm, MenuGroup group) {
    public Navigation {
        needs = Set.copyOf(needs);
    }

    /** A place among the work, until {@link #in} says otherwise. */
    public Navigation(String path, String textKey, int order, Set<Permission> needs, LongSupplier alarm) {
        this(path, textKey, order, needs, alarm, MenuGroup.WORK);
    }

    /** A place for everybody who may open the page. */
    public Navigation(String path, String textKey, int order, LongSupplier alarm) {
        this(path, textKey, order, Set.of(), alarm);
    }

    /** A place where nothing can be late. */
    public Navigation(String path, String textKey, int order) {
        this(path, textKey, order, () -> 0);
    }

    /** The same in a group. */
    public Navigation in(MenuGroup other) {
        return new Navigation(path, textKey, order, needs, alarm, other);
    }
}
