package org.bihuan.app.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes the end of the chain in a file outside the database once an hour, one line each: time and head. Who rewrites the
 * whole chain in the database does not rewrite this file, least of all when it is copied elsewhere. Called by one thread.
 */
@Component
class HeadFile {
    private static final Duration EVERY = Duration.ofHours(1);

    private final Audit audit;
    private final @Nullable Path file;
    private Head kept = Head.NONE;
    private @Nullable Instant keptAt;

    HeadFile(Audit audit, AuditSettings settings) {
        this.audit = audit;
        this.file = settings.heads();
    }

    void keep(Instant now) {
        if (keptAt == null || now.isAfter(keptAt.plus(EVERY))) {
            keepNow(now);
        }
    }

    void keepNow(Instant now) {
        Head head = audit.head();
        if (file == null || head.equals(kept) || head.batch() == 0) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, now + " " + head + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        kept = head;
        keptAt = now;
    }

    /** The heads that a file notes; what is no head in it counts as none. */
    static List<Head> read(Path file) {
        List<Head> heads = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                Head.parse(line.substring(line.lastIndexOf(' ') + 1)).ifPresent(heads::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return heads;
    }
}
