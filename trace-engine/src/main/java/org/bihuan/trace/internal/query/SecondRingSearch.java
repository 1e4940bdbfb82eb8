package org.bihuan.trace.internal.query;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.trace.api.Contact;
import org.bihuan.trace.api.Edge;
import org.bihuan.trace.api.IdOrder;
import org.bihuan.trace.api.PersonList;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.SecondContact;
import org.bihuan.trace.api.SecondRing;
import org.bihuan.trace.api.SecondRingMembers;

/**
 * The second ring: from everyone q of the first ring, from their first exposure on, the same step once more. Minutes are
 * summed for each pair (q, r) by itself, never over several q: the pair table is emptied between them. Linear in the
 * candidates of all q, who are shared among the threads of the crew; what each found is united at the end. The answer is
 * sorted for free, because the found people are bits in rank order.
 */
public final class SecondRingSearch {
    private final Snapshot snapshot;
    private final RingRule rule;
    private final QueryLimit limit;
    private final Crew crew;
    private final IdOrder people;

    /** A search for one question. */
    public SecondRingSearch(Snapshot snapshot, RingRule rule, QueryLimit limit, Crew crew) {
        this.snapshot = snapshot;
        this.rule = rule;
        this.limit = limit;
        this.crew = crew;
        people = snapshot.people();
    }

    private ExposureScan scan(Workspace workspace) {
        return new ExposureScan(snapshot, rule, limit, workspace);
    }

    /** A scan for each thread, the first of which has seen the first ring already. */
    private List<ExposureScan> scans(ExposureScan first, int parts) {
        List<ExposureScan> scans = new ArrayList<>();
        for (Workspace workspace : crew.forParts(parts)) {
            scans.add(scans.isEmpty() ? first : scan(workspace));
        }
        return scans;
    }

    /** Who is in the second ring, and nothing more. */
    public SecondRingMembers members(int person) {
        ExposureScan first = scan(crew.first());
        List<Contact> ring = new FirstRingSearch(first).contacts(person);
        List<ExposureScan> scans = scans(first, ring.size());
        Crew.share(
                scans.stream()
                        .map(scan -> new MemberExpansion(scan, ring, person))
                        .toList(),
                ring.size());
        int[] found = uniteFound(scans);
        for (int i = 0; i < found.length; i++) {
            found[i] = people.number(found[i]);
        }
        return new SecondRingMembers(person, new PersonList(found, found.length), first.venues());
    }

    /** The second ring with how many exposed each member and when first. */
    public SecondRing search(int person) {
        ExposureScan first = scan(crew.first());
        List<Contact> ring = new FirstRingSearch(first).contacts(person);
        List<ExposureScan> scans = scans(first, ring.size());
        Crew.share(
                scans.stream()
                        .map(scan -> new PairExpansion(scan, ring, person))
                        .toList(),
                ring.size());
        int[] found = uniteFound(scans);
        SecondContact[] contacts = new SecondContact[found.length];
        for (int i = 0; i < found.length; i++) {
            long entry = 0;
            for (ExposureScan scan : scans) {
                entry = ViaCounts.sum(entry, scan.workspace().vias.take(found[i]));
            }
            contacts[i] = new SecondContact(people.number(found[i]), (int) (entry >>> 32), (int) entry);
        }
        return new SecondRing(person, List.of(contacts), first.venues());
    }

    /** Ranks of everyone found by any thread, ascending; the first scan takes over the capped places of all. */
    private static int[] uniteFound(List<ExposureScan> scans) {
        ExposureScan first = scans.getFirst();
        PersonBits all = first.workspace().found;
        for (ExposureScan scan : scans.subList(1, scans.size())) {
            all.addAll(scan.workspace().found);
            first.addVenues(scan);
        }
        int[] found = new int[all.count()];
        all.copyTo(found);
        return found;
    }

    /** Every shared interval between the first ring and the people each of them brought into the second. */
    public List<Edge> explain(int person) {
        ExposureScan scan = scan(crew.first());
        List<Contact> ring = new FirstRingSearch(scan).contacts(person);
        PairExpansion expansion = new PairExpansion(scan, ring, person);
        EdgeList edges = new EdgeList(people, snapshot.places());
        PersonBits exposed = new PersonBits();
        for (Contact via : ring) {
            exposed.reset(snapshot.personLimit());
            expansion.addExposed(via, exposed);
            int stays = scan.load(via.person(), via.firstMinute());
            for (int stay = 0; stay < stays; stay++) {
                edges.addMatches(scan.matches(stay), via.person(), scan.place(stay), exposed);
            }
        }
        return edges.sorted();
    }
}
