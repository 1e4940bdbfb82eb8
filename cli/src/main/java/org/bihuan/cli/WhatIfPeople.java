package org.bihuan.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LoadedPack;

/** Whom a what-if asks about: facts in the envelope, or a ledger as {@code judge} takes it; told apart by how they begin. */
final class WhatIfPeople {
    private WhatIfPeople() {}

    /** The people, each with all that is known; a line or row that is refused is told and left out. */
    static List<Dossier> read(Path file, LoadedPack pack, LedgerColumns columns, Instant at, PrintStream err)
            throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("--people " + file + " is not a file that can be read");
        }
        FactReader reader = new FactReader(pack.catalogue(), Divisions.load()::exists);
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            String begin = begin(input);
            if (begin.startsWith("PK")) {
                throw new UsageException(
                        "--people " + file
                                + " is an Excel file: save it as CSV in UTF-8, or import it into the server and ask --people db");
            }
            return begin.replace("\uFEFF", "").startsWith("{")
                    ? new EnvelopePeople(reader, at, err).read(input)
                    : new LedgerDossiers(pack, columns, reader, at, err).read(input);
        }
    }

    private static String begin(InputStream input) throws IOException {
        input.mark(4);
        String begin = new String(input.readNBytes(4), StandardCharsets.UTF_8);
        input.reset();
        return begin;
    }
}
