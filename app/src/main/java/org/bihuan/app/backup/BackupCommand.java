package org.bihuan.app.backup;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.app.startup.StartupRefused;
import org.slf4j.LoggerFactory;

/** {@code ./bihuan backup | restore | verify}. Progress goes to standard error, the answer to standard output. */
public final class BackupCommand {
    private static final String USAGE = """
            用法 usage:
              ./bihuan backup --data DIR --to FILE       备份,服务可以正在运行  a backup, also while the server runs
              ./bihuan verify FILE                       检查备份文件  checks a backup's file
              ./bihuan verify --data DIR                 检查数据库本身  checks the database itself
              ./bihuan restore --from FILE --data DIR    恢复到空目录,并核对  restores into an empty folder, and compares
                       [--no-replay]                     不重新推算  without working out anew what is derived
                       [--bihuan.keys.file=FILE]         主密钥,不在备份里  the master keys, which no backup holds
            """;

    private final PrintStream answer;
    private final Progress progress;
    private final Path programs;

    BackupCommand(PrintStream answer, PrintStream progress, Path programs) {
        this.answer = answer;
        this.progress = new Progress(progress);
        this.programs = programs;
    }

    /** Exit 0: done; 1: failed, with the reason; 2: wrong arguments. */
    public static void main(String[] arguments) {
        PrintStream answer = System.out;
        System.setOut(System.err); // logs and whatever libraries print
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.ERROR);
        Path programs = Path.of(System.getProperty("bihuan.home", "."), "var", "programs")
                .toAbsolutePath()
                .normalize();
        int exit = new BackupCommand(answer, System.err, programs).run(List.of(arguments));
        answer.flush();
        System.exit(exit);
    }

    int run(List<String> arguments) {
        try {
            Map<String, Path> options = new HashMap<>();
            List<String> words = new ArrayList<>();
            if (!parse(arguments, options, words)) {
                progress.say(USAGE);
                return 2;
            }
            return run(words, options);
        } catch (BackupFailure e) {
            progress.say(e.text());
            return 1;
        } catch (StartupRefused e) {
            progress.say("[" + e.code() + "] " + e.chinese() + "\n[" + e.code() + "] " + e.english());
            return 1;
        }
    }

    private static boolean parse(List<String> arguments, Map<String, Path> options, List<String> words) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (List.of("--data", "--to", "--from").contains(argument)) {
                if (++i == arguments.size()) {
                    return false;
                }
                options.put(argument, Path.of(arguments.get(i)));
            } else {
                words.add(argument);
            }
        }
        return true;
    }

    private int run(List<String> all, Map<String, Path> options) {
        List<String> settings =
                all.stream().filter(word -> word.startsWith("--bihuan.")).toList();
        List<String> words =
                all.stream().filter(word -> !word.startsWith("--bihuan.")).toList();
        Path data = options.get("--data");
        Path to = options.get("--to");
        Path from = options.get("--from");
        if (words.equals(List.of("backup")) && data != null && to != null && from == null) {
            tell("备份完成", "backed up", to, new Backup(data, to, progress).run(programs));
        } else if (words.size() == 2 && words.getFirst().equals("verify") && options.isEmpty()) {
            Path file = Path.of(words.get(1));
            tell("备份完好", "the backup is whole", file, Archive.verify(file, progress));
        } else if (words.equals(List.of("verify")) && data != null && to == null && from == null) {
            long rows = new DatabaseCheck(data, progress).run(programs);
            answer.printf(Locale.ROOT, "数据库完好 the database is whole: %s  %,d 行 rows%n", data, rows);
        } else if (data != null && from != null && to == null && words.equals(List.of("restore"))) {
            tell(
                    "已恢复并核对",
                    "restored and compared",
                    data,
                    new Restore(from, data, programs, settings, progress).run(true));
        } else if (data != null && from != null && to == null && words.equals(List.of("restore", "--no-replay"))) {
            tell("已恢复", "restored", data, new Restore(from, data, programs, settings, progress).run(false));
        } else {
            progress.say(USAGE);
            return 2;
        }
        return 0;
    }

    private void tell(String chinese, String english, Path what, Manifest manifest) {
        answer.printf(
                Locale.ROOT,
                "%s %s: %s  %s  %,d 行 rows, %d 表 tables, %d 文件 files%n",
                chinese,
                english,
                what,
                manifest.madeAt(),
                manifest.tables().stream().mapToLong(Manifest.Content::rows).sum(),
                manifest.tables().size(),
                manifest.files().size());
    }
}
