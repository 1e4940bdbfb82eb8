package org.bihuan.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a command in this process and keeps what it answers. */
final class CommandLine {
    static final Path HOME = Path.of(System.getProperty("bihuan.home", ".."));
    static final String ANSHAN = HOME.resolve("packs/anshan-2020").toString();
    static final String SCHOOL = HOME.resolve("packs/norovirus-school").toString();
    static final String AT = "2020-08-01T09:00:00+08:00";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CommandLine() {}

    /**
     * What came of a command.
     *
     * @param code exit code
     * @param out standard output
     * @param err standard error
     */
    record Answer(int code, String out, String err) {
        /** The lines of standard output, each of which must be one JSON object. */
        List<JsonNode> objects() {
            return out.lines().map(CommandLine::object).toList();
        }

        /** The only line of standard output. */
        JsonNode only() {
            List<JsonNode> objects = objects();
            if (objects.size() != 1) {
                throw new AssertionError("one line expected, got " + objects.size() + ": " + out + err);
            }
            return objects.getFirst();
        }
    }

    private static JsonNode object(String line) {
        JsonNode node = JSON.readTree(line);
        if (!node.isObject()) {
            throw new AssertionError("not an object: " + line);
        }
        return node;
    }

    static Answer run(byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = Main.run(arguments, new ByteArrayInputStream(input), outStream, errStream);
        outStream.flush();
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Answer run(String input, String... arguments) {
        return run(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    /** {@code judge} of the Anshan order at the usual moment. */
    static Answer judge(String input, String... more) {
        return run(input, with(more));
    }

    /** {@link #judge(String, String...)} of bytes that need not be UTF-8. */
    static Answer judge(byte[] input, String... more) {
        return run(input, with(more));
    }

    private static String[] with(String... more) {
        String[] all = new String[more.length + 5];
        all[0] = "judge";
        all[1] = "--pack";
        all[2] = ANSHAN;
        all[3] = "--at";
        all[4] = AT;
        System.arraycopy(more, 0, all, 5, more.length);
        return all;
    }
}
