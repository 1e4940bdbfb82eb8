package org.bihuan.policy.table;

import java.util.Arrays;
import java.util.List;

/** Word to slot by open addressing; the slot of a word is its place in the list. Immutable. */
final class TextIndex {
    private final String[] keys;
    private final int[] slots;
    private final int mask;

    TextIndex(List<String> words) {
        int capacity = Integer.highestOneBit(Math.max(4, words.size() * 4));
        keys = new String[capacity];
        slots = new int[capacity];
        mask = capacity - 1;
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < words.size(); slot++) {
            int at = place(words.get(slot));
            keys[at] = words.get(slot);
            slots[at] = slot;
        }
    }

    /** The slot, or -1 when the word is not in the list. */
    int slot(String word) {
        return slots[place(word)];
    }

    /** Where the word is, or the empty place where it would go; at most half the places are taken. */
    private int place(String word) {
        int hash = word.hashCode();
        int at = (hash ^ (hash >>> 16)) & mask;
        // The words of facts are interned by the reader, so identity nearly always answers
        while (slots[at] >= 0 && keys[at] != word && !keys[at].equals(word)) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
