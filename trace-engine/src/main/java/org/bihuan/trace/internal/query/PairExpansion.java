package org.bihuan.trace.internal.query;

import java.util.List;
import org.bihuan.trace.api.Contact;
import org.bihuan.trace.api.IdOrder;
import org.bihuan.trace.internal.segment.Matches;

/** One thread's share of an explained second ring: who exposed whom, summed for each pair by itself. */
final class PairExpansion implements Crew.Part {
    private static final int MINUTES = 1;
    private static final int FIRST = 2;

    private final ExposureScan scan;
    private final List<Contact> ring;
    private final IdOrder people;
    private final PersonTable pair;
    private final PersonBits closed;
    private final PersonBits found;
    private final ViaCounts vias;
    private final int enough;

    PairExpansion(ExposureScan scan, List<Contact> ring, int person) {
        this.scan = scan;
        this.ring = ring;
        people = scan.snapshot().people();
        Workspace workspace = scan.workspace();
        pair = workspace.pair;
        closed = workspace.closed;
        found = workspace.found;
        vias = workspace.vias;
        enough = scan.rule().minOverlapMinutes();
        workspace.close(scan.snapshot(), person, ring);
    }

    @Override
    public void work(int part) {
        addPairs(ring.get(part));
        int[] data = pair.data();
        for (int i = 0; i < pair.size(); i++) {
            int slot = pair.usedSlot(i);
            if (data[slot + MINUTES] >= enough) {
                int rank = people.rank(pair.numberAt(slot));
                if (vias.add(rank, data[slot + FIRST])) {
                    found.add(rank);
                }
            }
        }
    }

    /** Minutes and first shared minute of the person of the first ring with everyone outside of it. */
    private void addPairs(Contact via) {
        pair.clear();
        int stays = scan.load(via.person(), via.firstMinute());
        for (int stay = 0; stay < stays; stay++) {
            Matches matches = scan.matches(stay);
            for (int i = 0; i < matches.size(); i++) {
                int person = matches.person(i);
                if (closed.contains(person)) {
                    continue;
                }
                int from = matches.from(i);
                int slot = pair.slot(person);
                int[] data = pair.data();
                int minutes = data[slot + MINUTES];
                data[slot + FIRST] = minutes == 0 ? from : Math.min(data[slot + FIRST], from);
                data[slot + MINUTES] = minutes + matches.to(i) - from;
            }
        }
    }

    /** Adds to the bits everyone whom the person of the first ring exposed long enough. */
    void addExposed(Contact via, PersonBits exposed) {
        addPairs(via);
        for (int i = 0; i < pair.size(); i++) {
            int slot = pair.usedSlot(i);
            if (pair.data()[slot + MINUTES] >= enough) {
                exposed.add(pair.numberAt(slot));
            }
        }
    }
}
