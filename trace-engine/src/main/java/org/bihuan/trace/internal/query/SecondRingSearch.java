package org.bihuan.trace.internal.query;

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
import org.bihuan.trace.internal.segment.Matches;

/**
 * The second ring: from everyone q of the first ring, from their first exposure on, the same step once more. Minutes are
 * summed for each pair (q, r) by itself, never over several q: the pair table is emptied between them. Linear in the
 * candidates of all q. When only members are asked for, somebody found once is skipped from then on, and one long enough
 * match decides without the table. The answer is sorted for free, because the found people are bits in rank order.
 */
public final class SecondRingSearch {
    private static final int MINUTES = 1;
    private static final int FIRST = 2;
    private static final int VIA_COUNT = 1;
    private static final int FIRST_EXPOSED = 2;

    private final ExposureScan scan;
    private final FirstRingSearch firstRing;
    private final Snapshot snapshot;
    private final RingRule rule;
    private final IdOrder people;
    private final Workspace workspace;

    /** A search for one question. */
    public SecondRingSearch(Snapshot snapshot, RingRule rule, QueryLimit limit, Workspace workspace) {
        this.snapshot = snapshot;
        this.rule = rule;
        this.workspace = workspace;
        people = snapshot.people();
        scan = new ExposureScan(snapshot, rule, limit, workspace);
        firstRing = new FirstRingSearch(scan);
    }

    /** Who is in the second ring, and nothing more. */
    public SecondRingMembers members(int person) {
        List<Contact> ring = start(person);
        PersonBits closed = workspace.closed;
        for (Contact via : ring) {
            workspace.pair.clear();
            int stays = scan.load(via.person(), via.firstMinute());
            for (int stay = 0; stay < stays; stay++) {
                addMembers(scan.matches(stay), closed);
            }
        }
        return new SecondRingMembers(person, foundPeople(), scan.venues());
    }

    private void addMembers(Matches matches, PersonBits closed) {
        PersonTable pair = workspace.pair;
        int enough = rule.minOverlapMinutes();
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
                workspace.found.add(people.rank(person));
            }
        }
    }

    /** The second ring with how many exposed each member and when first. */
    public SecondRing search(int person) {
        List<Contact> ring = start(person);
        workspace.second.clear();
        for (Contact via : ring) {
            addPairs(via);
            foldPairs();
        }
        int[] found = new int[workspace.found.count()];
        workspace.found.copyTo(found);
        SecondContact[] contacts = new SecondContact[found.length];
        for (int i = 0; i < found.length; i++) {
            int member = people.number(found[i]);
            int slot = workspace.second.find(member);
            int[] data = workspace.second.data();
            contacts[i] = new SecondContact(member, data[slot + VIA_COUNT], data[slot + FIRST_EXPOSED]);
        }
        return new SecondRing(person, List.of(contacts), scan.venues());
    }

    /** Minutes and first shared minute of the person of the first ring with everyone outside of it. */
    private void addPairs(Contact via) {
        PersonTable pair = workspace.pair;
        PersonBits closed = workspace.closed;
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

    private void foldPairs() {
        PersonTable pair = workspace.pair;
        PersonTable second = workspace.second;
        int[] data = pair.data();
        int enough = rule.minOverlapMinutes();
        for (int i = 0; i < pair.size(); i++) {
            int from = pair.usedSlot(i);
            if (data[from + MINUTES] < enough) {
                continue;
            }
            int member = pair.numberAt(from);
            int slot = second.slot(member);
            int[] sums = second.data();
            if (sums[slot + VIA_COUNT]++ == 0) {
                sums[slot + FIRST_EXPOSED] = data[from + FIRST];
                workspace.found.add(people.rank(member));
            } else {
                sums[slot + FIRST_EXPOSED] = Math.min(sums[slot + FIRST_EXPOSED], data[from + FIRST]);
            }
        }
    }

    /** Every shared interval between the first ring and the people each of them brought into the second. */
    public List<Edge> explain(int person) {
        List<Contact> ring = start(person);
        EdgeList edges = new EdgeList(people, snapshot.places());
        PersonBits exposed = new PersonBits();
        for (Contact via : ring) {
            addPairs(via);
            exposed.reset(snapshot.personLimit());
            PersonTable pair = workspace.pair;
            for (int i = 0; i < pair.size(); i++) {
                if (pair.data()[pair.usedSlot(i) + MINUTES] >= rule.minOverlapMinutes()) {
                    exposed.add(pair.numberAt(pair.usedSlot(i)));
                }
            }
            int stays = scan.load(via.person(), via.firstMinute());
            for (int stay = 0; stay < stays; stay++) {
                edges.addMatches(scan.matches(stay), via.person(), scan.place(stay), exposed);
            }
        }
        return edges.sorted();
    }

    /** The first ring, closed together with the case. */
    private List<Contact> start(int person) {
        List<Contact> ring = firstRing.contacts(person);
        int limit = Math.max(snapshot.personLimit(), person + 1);
        workspace.closed.reset(limit);
        workspace.found.reset(limit);
        workspace.closed.add(person);
        for (Contact contact : ring) {
            workspace.closed.add(contact.person());
        }
        return ring;
    }

    private PersonList foundPeople() {
        int[] found = new int[workspace.found.count()];
        workspace.found.copyTo(found);
        for (int i = 0; i < found.length; i++) {
            found[i] = people.number(found[i]);
        }
        return new PersonList(found, found.length);
    }
}
