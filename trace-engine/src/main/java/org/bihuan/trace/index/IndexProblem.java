package org.bihuan.trace.index;

import java.io.IOException;
import java.io.Serial;

/** The index cannot be used as asked: absent, in use by another writer, made with other settings. */
public final class IndexProblem extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what and why. */
    public IndexProblem(String chinese, String english) {
        super(chinese + " " + english);
    }
}
