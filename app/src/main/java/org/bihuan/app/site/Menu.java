package org.bihuan.app.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The places that somebody may go to.
 *
 * @param parts all of them by group, without empty groups
 * @param main the few that a phone has room for beside its way to all
 */
public record Menu(List<Part> parts, List<Navigation> main) {
    private static final int MAIN = 4;

    /** A group with its places in order. */
    public record Part(MenuGroup group, List<Navigation> entries) {}

    public static final Menu NONE = new Menu(List.of(), List.of());

    /** The menu of these places, which are in order. */
    static Menu of(List<Navigation> entries) {
        List<Part> parts = Arrays.stream(MenuGroup.values())
                .map(group -> new Part(
                        group,
                        entries.stream().filter(each -> each.group() == group).toList()))
                .filter(part -> !part.entries().isEmpty())
                .toList();
        return new Menu(parts, main(parts));
    }

    /** The first two of the first group, the first of each that follows, then whatever is left. */
    private static List<Navigation> main(List<Part> parts) {
        List<Navigation> all = new ArrayList<>();
        for (Part part : parts) {
            int taken = all.isEmpty() ? 2 : 1;
            part.entries().stream().limit(taken).forEach(all::add);
        }
        parts.stream()
                .flatMap(part -> part.entries().stream())
                .filter(each -> !all.contains(each))
                .forEach(all::add);
        return all.stream().limit(MAIN).toList();
    }

    /** The places that the few main ones leave out. */
    public List<Navigation> rest() {
        return parts.stream()
                .flatMap(part -> part.entries().stream())
                .filter(each -> !main.contains(each))
                .toList();
    }
}
