package org.bihuan.app.imports;

/** Somebody's data were destroyed between the reading of their row and its taking: the step is done again without it. */
final class DestroyedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;

    DestroyedMeanwhile() {
        super("data of somebody in these rows were destroyed meanwhile");
    }
}
