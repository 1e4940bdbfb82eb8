package org.bihuan.bench.ledgers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.imports.Imports;
import org.bihuan.app.imports.Upload;
import org.bihuan.bench.MachineSpeed;
import org.bihuan.ledgers.export.ListMark;
import org.bihuan.ledgers.export.ListWriter;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code bench ledgers [ROWS [EXPORTED [BEFORE]]]}: Excel read by this program and by POI's model of a whole workbook, equal
 * cell by cell; Excel in through the whole path to durable facts, in the server with its own PostgreSQL; and a list of a
 * million rows out. First another sender's ledger of so many rows comes in, a fifth where nothing is said: a server just
 * started is slower than one that has worked for some minutes.
 */
public final class LedgersBenchmark {
    private static final int RIVAL_ROWS = 20_000;

    private LedgersBenchmark() {}

    /** Exit 1 when cells differ, rows get lost or a second import finds something new. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rows = args.length == 0 ? 50_000 : Integer.parseInt(args[0]);
        int exported = args.length < 2 ? 1_000_000 : Integer.parseInt(args[1]);
        int before = args.length < 3 ? rows / 5 : Integer.parseInt(args[2]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("bihuan-bench");
        out.println(MachineSpeed.now());
        boolean equal = ReadingRace.run(folder, RIVAL_ROWS, out);
        export(folder.resolve("list.xlsx"), exported, out);
        boolean complete = whole(folder, rows, before, out);
        out.println(MachineSpeed.now());
        System.exit(equal && complete ? 0 : 1);
    }

    private static void export(Path path, int rows, PrintStream out) throws IOException {
        System.gc();
        HeapWatch watch = new HeapWatch();
        long start = System.nanoTime();
        ListMark mark = new ListMark("任务", List.of("导出人：测试"), count -> "共" + count + "行");
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                ListWriter list = ListWriter.xlsx(stream, mark, List.of("时限", "对象", "任务", "责任人", "地点"))) {
            for (int i = 0; i < rows; i++) {
                list.row(List.of("2020-07-20 14:30", "张三" + i, "立即核酸检测", "社区", "鞍山市铁东区"));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "export: %,d rows in %.1f s, %,.0f rows/s, %d MB file, live heap grew at most %d MB%n",
                rows,
                seconds,
                rows / seconds,
                Files.size(path) >> 20,
                watch.stop() >> 20);
    }

    private static boolean whole(Path folder, int rows, int before, PrintStream out)
            throws IOException, InterruptedException {
        Path file = folder.resolve("ledger.xlsx");
        Travellers.write(file, rows, 7);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(BihuanApplication.class)
                .run(
                        "--server.port=0",
                        "--bihuan.home=" + System.getProperty("bihuan.home", "."),
                        "--bihuan.data=" + folder.resolve("data"),
                        "--bihuan.active-packs=anshan-2020",
                        "--bihuan.workers=0", // judging has a speed test of its own
                        "--logging.level.root=warn")) {
            Imports imports = server.getBean(Imports.class);
            take(imports, file, "warm-up " + before, out, folder, before);
            Upload first = take(imports, file, "台账", out, folder, rows);
            Upload again = take(imports, file, "台账", out, folder, rows);
            long bad = rows / 1000;
            boolean complete = first.counts().read() == rows
                    && first.counts().refused() == bad
                    && first.counts().added() == rows - bad
                    && again.counts().same() == rows - bad
                    && again.counts().facts() == 0;
            out.println(
                    complete
                            ? "every row accounted for; the second time nothing was new"
                            : "ROWS LOST: " + first + again);
            return complete;
        }
    }

    private static Upload take(Imports imports, Path file, String sender, PrintStream out, Path folder, int rows)
            throws IOException, InterruptedException {
        Path sent = file;
        if (sender.startsWith("warm-up")) {
            sent = folder.resolve("warm-up.xlsx");
            Travellers.write(sent, rows, 8);
        }
        long start = System.nanoTime();
        UUID id = imports.receive(
                sender,
                "ledger.xlsx",
                Files.newInputStream(sent),
                java.time.Instant.parse("2020-07-26T00:00:00Z"),
                true,
                "bench");
        await(imports, id, Upload.State.CHECKED);
        long checked = System.nanoTime();
        imports.confirm(id);
        Upload upload = await(imports, id, Upload.State.DONE);
        long end = System.nanoTime();
        out.printf(
                Locale.ROOT,
                "in (%s): %,d rows, read and compared in %.1f s, taken in %.1f s, together %,.0f rows/s, %,d facts%n",
                sender,
                upload.counts().read(),
                (checked - start) / 1e9,
                (end - checked) / 1e9,
                upload.counts().read() / ((end - start) / 1e9),
                upload.counts().facts());
        return upload;
    }

    private static Upload await(Imports imports, UUID id, Upload.State state) throws InterruptedException {
        while (true) {
            Upload upload = imports.find(id).orElseThrow();
            if (upload.state() == state) {
                return upload;
            }
            if (upload.state() == Upload.State.UNREADABLE) {
                throw new IllegalStateException(upload.message().en());
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }
}
