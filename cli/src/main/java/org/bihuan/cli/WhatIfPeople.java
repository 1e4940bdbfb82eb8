package org.bihuan.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LedgerPerson;
import org.bihuan.policy.format.LoadedPack;

/** Whom a what-if asks about: facts in the envelope or a ledger, told apart by how the file begins. */
final class WhatIfPeople {
    private WhatIfPeople() {}

    /**
     * The people, each with all that is known, and with the signals that the version they are judged by now gives; a line
     * or row that is refused is told and left out.
     */
    static List<Dossier> read(Path file, LoadedPack pack, Path folder, PackPolicy judging, Instant at, PrintStream err)
            throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("--people " + file + " is not a file that can be read");
        }
        FactReader reader = new FactReader(pack.catalogue(), Divisions.load()::exists);
        String begin = LedgerDossiers.begin(file);
        if (begin.replace("\uFEFF", "").startsWith("{")) {
            try (InputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                return new EnvelopePeople(reader, at, err).read(input, judging);
            }
        }
        LedgerColumns columns = Packs.shared(folder).columns();
        LedgerFacts facts = new LedgerFacts(columns, pack.catalogue(), reader, "ledger");
        return new LedgerDossiers(
                        columns,
                        facts,
                        new LedgerPerson(columns, facts, List.of(PackPolicy.of(pack.pack(), List.of(), "ledger"))),
                        new OfficeLedger(
                                List.of(Packs.home(), folder),
                                columns,
                                facts,
                                pack.pack().manifest().zone()),
                        at,
                        err)
                .read(file, begin);
    }
}
