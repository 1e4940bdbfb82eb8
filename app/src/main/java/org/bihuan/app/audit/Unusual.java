package org.bihuan.app.audit;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is unusual about reading. Pure. */
final class Unusual {
    private Unusual() {}

    /** What is known at once: their own data, or a subject that none of their divisions answers for. */
    static List<Oddity> atOnce(Reader reader, Collection<Looked> looked) {
        List<Oddity> found = new ArrayList<>();
        if (looked.stream().anyMatch(each -> isOwn(reader, each))) {
            found.add(Oddity.OWN);
        }
        if (!reader.regions().isEmpty() && looked.stream().anyMatch(each -> isOutside(reader, each))) {
            found.add(Oddity.OUTSIDE);
        }
        return found;
    }

    private static boolean isOwn(Reader reader, Looked looked) {
        return reader.own().contains(looked.subject())
                || looked.household() != null && reader.households().contains(looked.household());
    }

    private static boolean isOutside(Reader reader, Looked looked) {
        return !looked.divisions().isEmpty()
                && looked.divisions().stream()
                        .noneMatch(each -> reader.regions().stream().anyMatch(region -> region.contains(each)));
    }

    /**
     * What is unusual about an entry in all.
     *
     * @param inWindow how many subjects its user looked at in the window that ends with it, itself included
     */
    static List<Oddity> of(AuditEntry entry, long inWindow, AuditSettings settings, ZoneId zone) {
        List<Oddity> found = new ArrayList<>(entry.oddities());
        if (entry.subjects().size() > settings.bulkSubjects()) {
            found.add(Oddity.BULK);
        }
        if (inWindow > settings.manySubjects()) {
            found.add(Oddity.MANY);
        }
        if (inWindow > settings.nightSubjects() && settings.isNight(entry.at(), zone)) {
            found.add(Oddity.NIGHT);
        }
        return found;
    }
}
