package org.bihuan.policy.episode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * One happening, folded from the facts that speak of it.
 *
 * @param kind kind of episode in the pack
 * @param roots roots of all its facts; the smallest first, in a counted episode the earliest, so that a case that joins
 *     changes nothing. Duties and pins hang on the first, and what was said of a duty under another one still counts
 * @param anchor the moment its clocks hang on, null while unknown
 * @param latest the moment of its latest fact, null while unknown
 * @param until when it ends, null while no end is known
 * @param division whose values apply, null while unknown
 * @param fields its fields after folding
 */
public record Episode(
        String kind,
        List<EpisodeRoot> roots,
        @Nullable Instant anchor,
        @Nullable Instant latest,
        @Nullable Instant until,
        @Nullable DivisionCode division,
        Map<String, FieldValue> fields) {
    public Episode {
        roots = List.copyOf(roots);
        fields = Map.copyOf(fields);
    }

    /** The first root, which names the episode. */
    public UUID root() {
        return roots.getFirst().id();
    }

    /** The subject as the root fact recorded it. */
    public SubjectId subject() {
        return roots.getFirst().subject();
    }

    /** The field as a moment, null when unknown. */
    public @Nullable Instant moment(String field) {
        return fields.get(field) instanceof FieldValue.Moment moment ? moment.value() : null;
    }

    /** The field as text, null when unknown. */
    public @Nullable String text(String field) {
        return fields.get(field) instanceof FieldValue.Text text ? text.value() : null;
    }

    /** The field as a division, null when unknown. */
    public @Nullable DivisionCode place(String field) {
        return fields.get(field) instanceof FieldValue.Place place ? place.value() : null;
    }
}
