package org.bihuan.app.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An office that sends ledgers to a running server. */
final class Office {
    static final Instant JULY_26 = Instant.parse("2020-07-26T02:00:00Z");

    private final RunningServer server;

    Office(RunningServer server) {
        this.server = server;
    }

    Imports imports() {
        return server.bean(Imports.class);
    }

    /** A workbook: a title, a header and rows. */
    static byte[] workbook(List<List<Object>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("来返人员");
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(i).size(); j++) {
                    switch (rows.get(i).get(j)) {
                        case Number number -> sheet.value(i, j, number);
                        case LocalDate day -> {
                            sheet.value(i, j, day);
                            sheet.style(i, j).format("yyyy/m/d").set();
                        }
                        case Object text -> sheet.value(i, j, text.toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Sends it and waits until it has been read. */
    Upload send(String sender, byte[] file, Instant drawnUpAt, boolean isWhole) {
        try {
            UUID id = imports().receive(sender, "台账.xlsx", new ByteArrayInputStream(file), drawnUpAt, isWhole, "test");
            return await(id, Upload.State.CHECKED, Upload.State.UNREADABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Confirms it and waits until it has been taken. */
    Upload take(Upload upload) {
        imports().confirm(upload.id());
        return await(upload.id(), Upload.State.DONE);
    }

    Upload await(UUID id, Upload.State... states) {
        for (int i = 0; i < 600; i++) {
            Upload upload = imports().find(id).orElseThrow();
            if (List.of(states).contains(upload.state())) {
                return upload;
            }
            try {
                Thread.sleep(Duration.ofMillis(50));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException(
                "still " + imports().find(id).orElseThrow().state());
    }

    byte[] refused(Upload upload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            imports().writeRefused(upload, true, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    long facts(String kind) {
        return server.database()
                .jdbc()
                .sql("select count(*) from facts.fact where source like 'ledger/%' and kind = :kind")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }
}
