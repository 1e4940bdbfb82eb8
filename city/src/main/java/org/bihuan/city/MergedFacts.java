package org.bihuan.city;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Two streams of facts as one, by the time they become known; the first goes first when both are known at once. */
final class MergedFacts implements Iterator<Fact> {
    private final Iterator<Fact> first;
    private final Iterator<Fact> second;
    private @Nullable Fact firstHead;
    private @Nullable Fact secondHead;

    MergedFacts(Iterator<Fact> first, Iterator<Fact> second) {
        this.first = first;
        this.second = second;
        this.firstHead = headOf(first);
        this.secondHead = headOf(second);
    }

    @Override
    public boolean hasNext() {
        return firstHead != null || secondHead != null;
    }

    @Override
    public Fact next() {
        Fact ofFirst = firstHead;
        Fact ofSecond = secondHead;
        if (ofFirst != null && (ofSecond == null || !ofSecond.knownAt().isBefore(ofFirst.knownAt()))) {
            firstHead = headOf(first);
            return ofFirst;
        }
        if (ofSecond != null) {
            secondHead = headOf(second);
            return ofSecond;
        }
        throw new NoSuchElementException("no fact follows the last");
    }

    private static @Nullable Fact headOf(Iterator<Fact> facts) {
        return facts.hasNext() ? facts.next() : null;
    }
}
