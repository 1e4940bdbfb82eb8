package org.bihuan.app.authority;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is asking at this moment, on this thread: an {@link Asker} while a request is answered, the machine itself in its
 * own work. Where nobody has said, nobody is asking, and nobody sees nothing.
 */
public final class Asking {
    /**
     * Label of a transaction that is the machine's own work whoever asks for it:
     * {@code @Transactional(label = Asking.MACHINE)}. For what a request may cause but its asker not see, such as recording
     * a fact.
     */
    public static final String MACHINE = "machine";

    private static final ScopedValue<Asking> NOW = ScopedValue.newInstance();
    private static final Asking NOBODY = new Asking(Optional.empty(), Sight.NOTHING);

    private final Optional<Asker> asker;
    private final Sight sight;

    private Asking(Optional<Asker> asker, Sight sight) {
        this.asker = asker;
        this.sight = sight;
    }

    private static Asking now() {
        return NOW.isBound() ? NOW.get() : NOBODY;
    }

    /** Who asks; empty for the machine's own work and for nobody. */
    public static Optional<Asker> asker() {
        return now().asker;
    }

    /** How far whoever asks may see. */
    public static Sight sight() {
        return now().sight;
    }

    /** Whether whoever asks may; the machine may everything. */
    public static boolean may(Permission permission) {
        Asking now = now();
        return now.asker.map(asker -> asker.may(permission)).orElse(now.sight.level() == Sight.ALL);
    }

    /** Work that may fail in any way. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    /** Does it for the asker. */
    public static <T> T as(Asker asker, Work<T> work) throws Exception {
        return ScopedValue.where(NOW, new Asking(Optional.of(asker), asker.sight()))
                .call(work::run);
    }

    /**
     * Does the machine's own work, or a step of somebody's that is theirs to ask for but needs more than they see, such as
     * working out a decision from the whole dossier. Whoever asked stays known.
     */
    public static <T> T asMachine(Supplier<T> work) {
        return ScopedValue.where(NOW, new Asking(now().asker, Sight.EVERYTHING)).call(work::get);
    }

    /** As above, without a result. */
    public static void asMachine(Runnable work) {
        ScopedValue.where(NOW, new Asking(now().asker, Sight.EVERYTHING)).run(work);
    }
}
