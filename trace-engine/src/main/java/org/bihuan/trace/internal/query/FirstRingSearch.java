package org.bihuan.trace.internal.query;

import java.util.List;
import org.bihuan.trace.api.Contact;
import org.bihuan.trace.api.Edge;
import org.bihuan.trace.api.FirstRing;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.internal.segment.Matches;

/**
 * The first ring: adds up, in one hash table, what everyone shared with the case, and keeps those with enough. Linear in
 * the candidates, that is the stays near the case's own at the same places; then r log r for the order of the answer.
 */
public final class FirstRingSearch {
    private static final int MINUTES = 1;
    private static final int ENCOUNTERS = 2;
    private static final int FIRST = 3;
    private static final int LAST = 4;

    private final ExposureScan scan;
    private final Snapshot snapshot;
    private final RingRule rule;
    private final PersonTable met;
    private final RankSort order;

    /** A search for one question. */
    public FirstRingSearch(Snapshot snapshot, RingRule rule, QueryLimit limit, Workspace workspace) {
        this(new ExposureScan(snapshot, rule, limit, workspace));
    }

    /** The first step of a larger search, which goes on with the same scan. */
    FirstRingSearch(ExposureScan scan) {
        this.scan = scan;
        snapshot = scan.snapshot();
        rule = scan.rule();
        met = scan.workspace().met;
        order = scan.workspace().order;
    }

    /** Who shared enough time with the person. */
    public FirstRing search(int person) {
        return new FirstRing(person, contacts(person), scan.venues());
    }

    List<Contact> contacts(int person) {
        met.clear();
        int stays = scan.load(person, rule.window().fromMinute());
        for (int stay = 0; stay < stays; stay++) {
            addMatches(scan.matches(stay), person);
        }
        return collect();
    }

    private void addMatches(Matches matches, int self) {
        for (int i = 0; i < matches.size(); i++) {
            int person = matches.person(i);
            if (person == self) {
                continue;
            }
            int from = matches.from(i);
            int to = matches.to(i);
            int slot = met.slot(person);
            int[] data = met.data();
            int encounters = data[slot + ENCOUNTERS];
            data[slot + FIRST] = encounters == 0 ? from : Math.min(data[slot + FIRST], from);
            data[slot + LAST] = Math.max(data[slot + LAST], to);
            data[slot + MINUTES] += to - from;
            data[slot + ENCOUNTERS] = encounters + 1;
        }
    }

    private List<Contact> collect() {
        int[] data = met.data();
        order.clear();
        for (int i = 0; i < met.size(); i++) {
            int slot = met.usedSlot(i);
            if (data[slot + MINUTES] >= rule.minOverlapMinutes()) {
                order.add(snapshot.people().rank(met.numberAt(slot)), slot);
            }
        }
        order.sort();
        Contact[] contacts = new Contact[order.size()];
        for (int i = 0; i < contacts.length; i++) {
            int slot = order.position(i);
            contacts[i] = new Contact(
                    met.numberAt(slot),
                    data[slot + MINUTES],
                    data[slot + ENCOUNTERS],
                    data[slot + FIRST],
                    data[slot + LAST]);
        }
        return List.of(contacts);
    }

    /** Every shared interval of the people in the first ring, by person, place and time. */
    public List<Edge> explain(int person) {
        PersonBits ring = new PersonBits();
        ring.reset(snapshot.personLimit());
        contacts(person).forEach(contact -> ring.add(contact.person()));
        EdgeList edges = new EdgeList(snapshot.people(), snapshot.places());
        int stays = scan.load(person, rule.window().fromMinute());
        for (int stay = 0; stay < stays; stay++) {
            edges.addMatches(scan.matches(stay), person, scan.place(stay), ring);
        }
        return edges.sorted();
    }
}
