package org.bihuan.app.shifts;

import java.util.List;
import java.util.Optional;
import org.bihuan.policy.pack.Wording;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a duty desk is made of, {@code bihuan.shifts.*}.
 *
 * @param places who sits there at every hour, each {@code name=Chinese=English}
 * @param kinds what a line of the log is about, likewise
 */
@ConfigurationProperties("bihuan.shifts")
public record ShiftSettings(
        @DefaultValue List<String> places, @DefaultValue List<String> kinds) {
    public ShiftSettings {
        places = List.copyOf(places);
        kinds = List.copyOf(kinds);
    }

    /** A word with its text. */
    public record Word(String id, Wording text) {
        static Word of(String setting) {
            String[] parts = setting.split("=", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("bihuan.shifts: \"" + setting + "\" must be name=Chinese=English");
            }
            return new Word(parts[0], new Wording(parts[1], parts[2]));
        }
    }

    public List<Word> placeWords() {
        return places.stream().map(Word::of).toList();
    }

    public List<Word> kindWords() {
        return kinds.stream().map(Word::of).toList();
    }

    /** What people call a place; its own name when it is no longer one. */
    public Wording place(String id) {
        return text(placeWords(), id);
    }

    /** What people call a kind of line. */
    public Wording kind(String id) {
        return text(kindWords(), id);
    }

    private static Wording text(List<Word> words, String id) {
        Optional<Word> found =
                words.stream().filter(word -> word.id().equals(id)).findFirst();
        return found.map(Word::text).orElse(new Wording(id, id));
    }
}
