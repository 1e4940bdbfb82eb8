package org.bihuan.app.notices;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.Vault;
import org.springframework.stereotype.Component;

/** Words of a document that are for its holder alone, sealed with that person's key. In the caller's transaction. Thread-safe. */
@Component
class SealedWords {
    private static final String HOLE = "{answer}";

    private final NoticeStore store;
    private final Vault vault;

    SealedWords(NoticeStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    void keep(Notice notice, String words, Instant now) {
        String owner = notice.subject().toString();
        DataKey key = Objects.requireNonNull(vault.keysOf(List.of(owner), now).get(owner));
        store.addSealed(notice.id(), key.id(), key.seal(words, context(notice)));
    }

    /** The lines with the words in their place; left out where the key was destroyed. */
    List<String> into(Notice notice, List<String> lines) {
        if (lines.stream().noneMatch(line -> line.contains(HOLE))) {
            return lines;
        }
        String words = store.sealed(notice.id())
                .flatMap(kept -> vault.byIds(List.of(kept.dataKey())).values().stream()
                        .findFirst()
                        .map(key -> key.open(kept.words(), context(notice))))
                .orElse("");
        return lines.stream().map(line -> line.replace(HOLE, words)).toList();
    }

    private static String context(Notice notice) {
        return "notices.sealed_words:" + notice.id();
    }
}
