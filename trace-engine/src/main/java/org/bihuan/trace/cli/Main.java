package org.bihuan.trace.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.Set;
import org.bihuan.trace.api.QueryStopped;
import org.bihuan.trace.index.IndexProblem;
import org.bihuan.trace.internal.file.DamagedFile;

/**
 * {@code ./bihuan trace ...}: the trace engine on the command line. Standard output carries the answer and nothing else,
 * in UTF-8 whatever the locale. Exit codes: 0 answered; 2 the question is wrong (unknown person, bad time, unknown option,
 * other settings); 3 the index cannot be read or the deadline has passed.
 */
public final class Main {
    private static final String USAGE = """
            用法 usage: ./bihuan trace COMMAND ...
              index  --visits visits.csv[.gz] --out DIR [--assumed-stay 60m] [--max-stay 24h]
              ring   --index DIR --person P | --persons FILE --from T --to T --min-overlap 15m [--ring 1|2]
                     [--members-only | --explain] [--linger 0m] [--linger-places FILE] [--exclude-places FILE]
                     [--crowd-cap N] [--deadline MILLISECONDS] [--format csv|json]
              common --index DIR --persons FILE --from T --to T --min-persons 2 [--format csv|json]
              place  --index DIR --place V --from T --to T [--format csv|json]
              stats  --index DIR
              merge  --index DIR                     merge late segments into their days
              repair --index DIR                     build damaged segments again from the journal
              drop   --index DIR --before 2021-12-04 drop days past their retention
            时间须带时区(ISO 8601)或为 1970 年以来的分钟数  times: ISO 8601 with a zone, or epoch minutes
            """;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] words) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int code = run(words, new Console(out, err, Clock.systemUTC(), System::nanoTime));
        out.flush();
        err.flush();
        System.exit(out.checkError() && code == 0 ? 3 : code);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), false, StandardCharsets.UTF_8);
    }

    static int run(String[] words, Console console) {
        try {
            dispatch(words, console);
            return 0;
        } catch (UsageError wrong) {
            console.say("error: " + wrong.getMessage());
            return 2;
        } catch (IndexProblem problem) {
            console.say("error: " + problem.getMessage());
            return 2;
        } catch (IllegalArgumentException wrong) {
            console.say("error: " + wrong.getMessage());
            return 2;
        } catch (QueryStopped stopped) {
            console.say("error: 查询被中止或已过时限。 " + stopped.getMessage());
            return 3;
        } catch (DamagedFile damaged) {
            console.say("error: 索引文件被拒用(损坏、残缺或版本不符)。 " + damaged.getMessage());
            return 3;
        } catch (FileSystemException failed) {
            String reason = failed.getReason() == null ? failed.getClass().getSimpleName() : failed.getReason();
            console.say("error: 不能读写 '" + failed.getFile() + "'。 cannot read or write '" + failed.getFile() + "': "
                    + reason);
            return 3;
        } catch (IOException failed) {
            console.say("error: " + failed.getMessage());
            return 3;
        }
    }

    private static void dispatch(String[] words, Console console) throws IOException {
        String command = words.length == 0 ? "help" : words[0];
        switch (command) {
            case "index" -> IndexCommand.run(arguments(words, IndexCommand.NAMES), console);
            case "ring" -> RingCommand.run(Arguments.parse(words, 1, RingCommand.NAMES, RingCommand.FLAGS), console);
            case "common" -> PlaceCommands.common(arguments(words, PlaceCommands.COMMON_NAMES), console);
            case "place" -> PlaceCommands.place(arguments(words, PlaceCommands.PLACE_NAMES), console);
            case "stats" -> CareCommands.stats(arguments(words, CareCommands.NAMES), console);
            case "merge" -> CareCommands.merge(arguments(words, CareCommands.NAMES), console);
            case "repair" -> CareCommands.repair(arguments(words, CareCommands.NAMES), console);
            case "drop" -> CareCommands.drop(arguments(words, CareCommands.DROP_NAMES), console);
            case "help", "--help", "-h" -> {
                console.err().append(USAGE);
                if (words.length == 0) {
                    throw new UsageError("缺少命令。", "a command is required");
                }
            }
            default -> throw new UsageError("不认识的命令 '" + command + "'。", "unknown command '" + command + "'\n" + USAGE);
        }
    }

    private static Arguments arguments(String[] words, Set<String> names) {
        return Arguments.parse(words, 1, names, Set.of());
    }
}
