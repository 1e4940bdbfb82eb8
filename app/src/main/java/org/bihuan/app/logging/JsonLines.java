package org.bihuan.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** An event as one line of JSON, for programs that collect logs. Named in logback-spring.xml. */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = new byte[0];

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(256);
        line.append("{\"at\":\"").append(Instant.ofEpochMilli(event.getTimeStamp()));
        line.append("\",\"level\":\"").append(event.getLevel());
        line.append("\",\"logger\":");
        quote(event.getLoggerName(), line);
        line.append(",\"thread\":");
        quote(event.getThreadName(), line);
        line.append(",\"message\":");
        quote(LogText.message(event), line);
        List<String> error = LogText.error(event);
        if (!error.isEmpty()) {
            line.append(",\"error\":");
            quote(String.join("\n", error), line);
        }
        return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    static void quote(String text, StringBuilder into) {
        into.append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '"' -> into.append("\\\"");
                case '\\' -> into.append("\\\\");
                case '\n' -> into.append("\\n");
                default -> {
                    if (each < 0x20 || each == 0x7F || Character.isSurrogate(each)) {
                        into.append(String.format("\\u%04x", (int) each));
                    } else {
                        into.append(each);
                    }
                }
            }
        }
        into.append('"');
    }
}
