package org.bihuan.trace.cli;

import java.io.Serial;

/** The command cannot be carried out as given; the message names field, value and rule. Exit code 2. */
final class UsageError extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong, by field, value and rule, in both languages. */
    UsageError(String chinese, String english) {
        super(chinese + " " + english);
    }
}
