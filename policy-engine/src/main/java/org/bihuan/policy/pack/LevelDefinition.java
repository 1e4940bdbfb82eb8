package org.bihuan.policy.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which level a decision reads: of which place, by whose list (or by the response levels or flagged sources of the city), at
 * which moment.
 *
 * @param place a division field of the episode, or {@link #EPISODE}
 * @param series whose lists count
 * @param scheme how they grade; a list that grades otherwise tells nothing here, since levels of two schemes are never
 *     compared
 * @param at moments of the episode, first known wins, or {@link #DECISION} alone: the level at the moment of the decision
 * @param since instead of {@code at}: moments of the episode, first known wins; the strictest level that the place has
 *     had from then until the decision
 * @param during with {@code since}: parameter, for how long from then a level counts; null for ever
 * @param words levels of the scheme and the words that tables know them by, strictest first
 * @param otherwise a choice field of the episode that counts where the lists cannot tell, null for none
 */
public record LevelDefinition(
        String place,
        String series,
        String scheme,
        List<String> at,
        List<String> since,
        @Nullable String during,
        List<Word> words,
        @Nullable String otherwise) {
    /** The moment of the decision, as packs write it. */
    public static final String DECISION = "decision";

    /** Where the episode itself lies, as packs write it. */
    public static final String EPISODE = "episode.division";

    public LevelDefinition {
        at = List.copyOf(at);
        since = List.copyOf(since);
        words = List.copyOf(words);
    }

    /** A level of the scheme and the word a table knows it by. */
    public record Word(String level, String word) {}

    /** Whether the level is read at the moment of the decision. */
    public boolean isOfDecision() {
        return at.equals(List.of(DECISION));
    }

    /** Place of the level among the words, 0 for the strictest; how many words there are when it is none of them. */
    public int rank(@Nullable String level) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).level().equals(level)) {
                return i;
            }
        }
        return words.size();
    }
}
