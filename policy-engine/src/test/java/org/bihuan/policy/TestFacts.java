package org.bihuan.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/** Facts for tests, made without a reader. */
public final class TestFacts {
    /** The person they are about unless said otherwise. */
    public static final SubjectId PERSON = new SubjectId("person", "A");

    private TestFacts() {}

    /** A fact of the key that may correct another. */
    public static Fact fact(
            String key,
            String kind,
            @Nullable String corrects,
            int trust,
            Instant stated,
            long order,
            Map<String, FieldValue> fields) {
        return new Fact(
                id(key),
                kind,
                stated,
                stated,
                order,
                stated,
                trust,
                corrects == null ? null : id(corrects),
                List.of(new FactSubject("person", PERSON)),
                null,
                fields);
    }

    /** The id of the fact of the key. */
    public static FactId id(String key) {
        return FactId.of("test", key);
    }
}
