package org.bihuan.trace.internal.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bihuan.trace.api.Edge;
import org.bihuan.trace.api.IdOrder;
import org.bihuan.trace.internal.segment.Matches;

/** Collects the shared intervals that explain a ring and sorts them by the bytes of person, via and place, then time. */
final class EdgeList {
    private final Comparator<Edge> order;
    private final List<Edge> edges = new ArrayList<>();

    EdgeList(IdOrder people, IdOrder places) {
        order = Comparator.<Edge>comparingInt(edge -> people.rank(edge.person()))
                .thenComparingInt(edge -> people.rank(edge.via()))
                .thenComparingInt(edge -> places.rank(edge.place()))
                .thenComparingInt(Edge::fromMinute);
    }

    /** Adds the matches of one exposing stay that belong to the people given. */
    void addMatches(Matches matches, int via, int place, PersonBits people) {
        for (int i = 0; i < matches.size(); i++) {
            int person = matches.person(i);
            if (person != via && people.contains(person)) {
                edges.add(new Edge(person, via, place, matches.from(i), matches.to(i)));
            }
        }
    }

    List<Edge> sorted() {
        edges.sort(order);
        return List.copyOf(edges);
    }
}
