package org.bihuan.proof;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/** Notes the clauses of passed tests, one file a test class; what an earlier run noted is forgotten first. */
final class ClauseNotes implements BeforeEachCallback, TestWatcher {
    /** System property: where the notes go; by default {@code target/clauses} of the module under test. */
    static final String FOLDER = "bihuan.clauses";

    private static final Namespace OURS = Namespace.create(ClauseNotes.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        notes(context);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        Clause clause = context.getRequiredTestMethod().getAnnotation(Clause.class);
        if (clause != null) {
            notes(context).passed(name(context), clause.value());
        }
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        notes(context).failed(name(context));
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        notes(context).failed(name(context));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        notes(context).failed(name(context));
    }

    private static NoteFile notes(ExtensionContext context) {
        String testClass = context.getRequiredTestClass().getName();
        return context.getRoot().getStore(OURS).computeIfAbsent(testClass, ClauseNotes::fresh, NoteFile.class);
    }

    private static NoteFile fresh(String testClass) {
        return new NoteFile(
                Path.of(System.getProperty(FOLDER, "target/clauses")).resolve(testClass + ".txt"));
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
    }
}
