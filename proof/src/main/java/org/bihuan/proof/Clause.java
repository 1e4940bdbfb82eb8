package org.bihuan.proof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says which clauses of the source documents a test proves. When the test passes, and only then, a line a clause goes to
 * {@code target/clauses/<class>.txt}, where {@code ./bihuan clauses} finds it. Of a repeated or parameterized test every
 * turn must pass. Has no effect on a test factory, whose tests JUnit does not report to extensions.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ExtendWith(ClauseNotes.class)
public @interface Clause {
    /** Ids of the clauses, such as {@code S0-05}. */
    String[] value();
}
