package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.policy.pack.TableUse;
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
record WhatIfQuestion(String kind, String name, @Nullable String before, @Nullable String after) {
    private static final int MOST_ROWS = 63;

    /** All questions, in the order of their names. */
    static List<WhatIfQuestion> of(WhatIfSide before, WhatIfSide after) {
        Map<String, List<TableUse>> old = before.tables();
        Map<String, List<TableUse>> fresh = after.tables();
        Set<String> kinds = new TreeSet<>(old.keySet());
        kinds.addAll(fresh.keySet());
        List<WhatIfQuestion> questions = new ArrayList<>();
        for (String kind : kinds) {
            questions.addAll(of(kind, old.getOrDefault(kind, List.of()), fresh.getOrDefault(kind, List.of())));
        }
        return questions;
    }

    private static List<WhatIfQuestion> of(String kind, List<TableUse> old, List<TableUse> fresh) {
        old.forEach(WhatIfQuestion::check);
        fresh.forEach(WhatIfQuestion::check);
        if (old.size() <= 1 && fresh.size() <= 1) {
            return List.of(new WhatIfQuestion(kind, kind, first(old), first(fresh)));
        }
        Set<String> keys = new TreeSet<>();
        old.forEach(each -> keys.add(each.key()));
        fresh.forEach(each -> keys.add(each.key()));
        return keys.stream()
                .map(key -> new WhatIfQuestion(
                        kind, kind + "/" + key, has(old, key) ? key : null, has(fresh, key) ? key : null))
                .toList();
    }

    private static @Nullable String first(List<TableUse> tables) {
        return tables.isEmpty() ? null : tables.getFirst().key();
    }

    private static boolean has(List<TableUse> tables, String key) {
        return tables.stream().anyMatch(each -> each.key().equals(key));
    }

    private static void check(TableUse table) {
        if (table.definition().rules().size() > MOST_ROWS) {
            throw new IllegalArgumentException("the table " + table.key() + " has more than " + MOST_ROWS + " rows");
        }
    }
}
