package org.bihuan.trace.internal.query;

import java.util.List;
import org.bihuan.trace.api.Contact;
import org.bihuan.trace.api.IdOrder;
import org.bihuan.trace.internal.segment.Matches;

/**
 * One thread's share of the members of a second ring. Somebody found once is skipped from then on, and one long enough match
 * decides without the table.
 */
final class MemberExpansion implements Crew.Part {
    private static final int MINUTES = 1;

    private final ExposureScan scan;
    private final List<Contact> ring;
    private final IdOrder people;
    private final PersonTable pair;
    private final PersonBits closed;
    private final PersonBits found;
    private final int enough;

    MemberExpansion(ExposureScan scan, List<Contact> ring, int person) {
        this.scan = scan;
        this.ring = ring;
        people = scan.snapshot().people();
        pair = scan.workspace().pair;
        closed = scan.workspace().closed;
        found = scan.workspace().found;
        enough = scan.rule().minOverlapMinutes();
        scan.workspace().close(scan.snapshot(), person, ring);
    }

    @Override
    public void work(int part) {
        Contact via = ring.get(part);
        pair.clear();
        int stays = scan.load(via.person(), via.firstMinute());
        for (int stay = 0; stay < stays; stay++) {
            addMembers(scan.matches(stay));
        }
    }

    private void addMembers(Matches matches) {
        for (int i = 0; i < matches.size(); i++) {
            int person = matches.person(i);
            if (closed.contains(person)) {
                continue;
            }
            int minutes = matches.to(i) - matches.from(i);
            if (minutes < enough) {
                int slot = pair.slot(person);
                minutes += pair.data()[slot + MINUTES];
                pair.data()[slot + MINUTES] = minutes;
            }
            if (minutes >= enough) {
                closed.add(person);
                found.add(people.rank(person));
            }
        }
    }
}
