package org.bihuan.app.api;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads lines, records them batch by batch and writes the answers before it reads on: memory for one batch whatever the
 * number of lines, and a sender that does not read its answers is held up. For one request.
 */
final class FactStream {
    private static final Logger LOG = LoggerFactory.getLogger(FactStream.class);
    private static final int BATCH = 500;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_BATCH_BYTES = 16 << 20;

    private final FactIntake intake;
    private final JsonMapper json;
    private final OutputStream out;
    private final List<Incoming> batch = new ArrayList<>(BATCH);
    private final List<Long> numbers = new ArrayList<>(BATCH);
    private long batchBytes;

    FactStream(FactIntake intake, JsonMapper json, OutputStream out) {
        this.intake = intake;
        this.json = json;
        this.out = new BufferedOutputStream(out, 1 << 15);
    }

    /** An answer with the number of its line, the first being 1. */
    record LineAnswer(
            long line, @Nullable String key, @Nullable String id, String status, List<ErrorAnswer> errors) {}

    void run(InputStream input) throws IOException {
        BufferedInputStream in = new BufferedInputStream(input, 1 << 15);
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        long number = 0;
        boolean more = true;
        while (more) {
            line.reset();
            int length = readLine(in, line);
            more = length >= 0;
            number++;
            if (more && (length > LONGEST_LINE || !isBlank(line))) {
                batch.add(length > LONGEST_LINE ? tooLong() : incoming(line.toByteArray()));
                numbers.add(number);
                batchBytes += line.size();
            }
            boolean full = batch.size() == BATCH || batchBytes >= MOST_BATCH_BYTES;
            if ((full || !more) && !batch.isEmpty() && !flush()) {
                return;
            }
        }
        out.flush();
    }

    /** The length of the line, of which at most the allowed part is kept; -1 at the end. */
    private static int readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        int length = 0;
        int next = in.read();
        if (next < 0) {
            return -1;
        }
        while (next >= 0 && next != '\n') {
            length = Math.min(length + 1, LONGEST_LINE + 1);
            if (length <= LONGEST_LINE) {
                line.write(next);
            }
            next = in.read();
        }
        return length;
    }

    private static boolean isBlank(ByteArrayOutputStream line) {
        return line.size() < 16 && line.toString(StandardCharsets.UTF_8).isBlank();
    }

    private static Incoming tooLong() {
        return Incoming.refuse(
                null,
                new ErrorAnswer(
                        "",
                        "",
                        "line.length",
                        "一行最多" + LONGEST_LINE + "字节",
                        "a line has at most " + LONGEST_LINE + " bytes"));
    }

    private static Incoming incoming(byte[] line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return Incoming.of(JsonBody.readLine(line));
        } catch (CharacterCodingException e) {
            return Incoming.refuse(null, new ErrorAnswer("", "", "line.encoding", "不是UTF-8", "is not UTF-8"));
        } catch (JacksonException e) {
            return Incoming.refuse(
                    null,
                    new ErrorAnswer(
                            "",
                            "",
                            "json.malformed",
                            "不是合法的JSON：" + e.getOriginalMessage(),
                            "is not valid JSON: " + e.getOriginalMessage()));
        }
    }

    /** Whether it can go on. */
    private boolean flush() throws IOException {
        List<FactAnswer> answers;
        boolean recorded = true;
        try {
            answers = intake.record(batch);
        } catch (RuntimeException e) {
            LOG.error("a batch of a stream could not be recorded", e);
            recorded = false;
            ErrorAnswer error = new ErrorAnswer(
                    "",
                    "",
                    "server",
                    "系统出错，本行及其后未记录，请重发",
                    "something went wrong; this line and all later ones are not recorded, send them again");
            answers = batch.stream()
                    .map(each -> new FactAnswer(
                            each.raw() == null ? null : each.raw().key(), null, "failed", List.of(error)))
                    .toList();
        }
        for (int i = 0; i < answers.size(); i++) {
            FactAnswer answer = answers.get(i);
            out.write(json.writeValueAsBytes(
                    new LineAnswer(numbers.get(i), answer.key(), answer.id(), answer.status(), answer.errors())));
            out.write('\n');
        }
        out.flush();
        batch.clear();
        numbers.clear();
        batchBytes = 0;
        return recorded;
    }
}
