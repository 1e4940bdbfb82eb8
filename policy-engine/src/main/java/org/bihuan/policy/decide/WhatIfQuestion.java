package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What both versions are asked about a kind of episode: one table of each. Where a version has several tables for the kind
 * those of one name are asked together, and each is a question of its own.
 *
 * @param kind kind of episode
 * @param name the kind, and with several tables the table's name behind a slash
 * @param before key of the old version's table, null when it has none
 * @param after key of the new version's table, null when it has none
 */
record WhatIfQuestion(
        String kind,
        String name,
        @Nullable String before,
        @Nullable String after) {
    /** All questions, in the order of their names. */
    static List<WhatIfQuestion> of(WhatIfSide before, WhatIfSide after) {
        Set<String> kinds = new TreeSet<>(before.tables().keySet());
        kinds.addAll(after.tables().keySet());
        List<WhatIfQuestion> questions = new ArrayList<>();
        kinds.forEach(kind -> questions.addAll(of(kind, before.keys(kind), after.keys(kind))));
        return questions;
    }

    private static List<WhatIfQuestion> of(String kind, List<String> old, List<String> fresh) {
        if (old.size() <= 1 && fresh.size() <= 1) {
            return List.of(new WhatIfQuestion(kind, kind, first(old), first(fresh)));
        }
        Set<String> keys = new TreeSet<>(old);
        keys.addAll(fresh);
        return keys.stream()
                .map(key -> new WhatIfQuestion(
                        kind, kind + "/" + key, old.contains(key) ? key : null, fresh.contains(key) ? key : null))
                .toList();
    }

    private static @Nullable String first(List<String> keys) {
        return keys.isEmpty() ? null : keys.getFirst();
    }
}
