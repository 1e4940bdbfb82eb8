package org.bihuan.trace.internal.query;

import java.util.List;
import org.bihuan.trace.api.Contact;
import org.bihuan.trace.internal.segment.Matches;
import org.bihuan.trace.internal.segment.StayBuffer;

/** The memory one question works in, kept for the next one: a first ring of 0.1 ms must not make garbage. */
public final class Workspace {
    final StayBuffer stays = new StayBuffer();
    final Matches matches = new Matches();
    /** Who met the case: minutes, encounters, first, last. */
    final PersonTable met = new PersonTable(3, 12);
    /** Brings those into order. */
    final RankSort order = new RankSort();
    /** Who met the one person of the first ring at work: minutes, first. */
    final PersonTable pair = new PersonTable(2, 12);
    /** The second ring, by rank. */
    final ViaCounts vias = new ViaCounts();
    /** People no longer to be looked at. */
    final PersonBits closed = new PersonBits();
    /** Ranks of the people found. */
    final PersonBits found = new PersonBits();
    /** Where the values read only to warm the cache end up, so that the compiler keeps the reads. */
    long warmth;

    /** Forgets who was found and closes the case and its first ring. */
    void close(Snapshot snapshot, int person, List<Contact> ring) {
        int limit = Math.max(snapshot.personLimit(), person + 1);
        closed.reset(limit);
        found.reset(limit);
        vias.reserve(limit);
        closed.add(person);
        for (Contact contact : ring) {
            closed.add(contact.person());
        }
    }
}
