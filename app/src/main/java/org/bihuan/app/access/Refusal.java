package org.bihuan.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is turned away before it reaches anything, as problem details (RFC 9457) in both languages.
 *
 * @param field the header that is wrong
 * @param value what it says, null when it is not there
 */
record Refusal(
        int status, String code, String field, @Nullable String value, String chinese, String english) {
    private static final int LONGEST_VALUE = 100;

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = """
                {"type":"about:blank","status":%d,"code":"%s","field":"%s","value":%s,"detail":"%s %s"}
                """.formatted(status, code, field, quoted(value), chinese, english);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A header as JSON; what could break out of the quotes or is not plain text becomes a question mark. */
    private static String quoted(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        String cut = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        return "\"" + cut.replaceAll("[^ !#-\\[\\]-~]", "?") + "\"";
    }
}
