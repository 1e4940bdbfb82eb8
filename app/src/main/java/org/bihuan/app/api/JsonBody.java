package org.bihuan.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of a request within a limit, and says where it is damaged. */
final class JsonBody {
    static final int MOST_BYTES = 16 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonBody() {}

    /** An object, an array or a plain value. */
    static @Nullable Object read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ApiException(Problem.ofField(
                    413,
                    "body.too-large",
                    "body",
                    "",
                    "最多" + (MOST_BYTES >> 20) + " MiB，更多请用 /api/facts/stream",
                    "at most " + (MOST_BYTES >> 20) + " MiB; use /api/facts/stream for more"));
        }
        try {
            return MAPPER.readValue(bytes, Object.class);
        } catch (JacksonException e) {
            throw new ApiException(damaged(e));
        }
    }

    /** An object, without U+0000 anywhere in it: no text of the database may hold that. */
    static Map<?, ?> readObject(InputStream in) throws IOException {
        if (read(in) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (String.valueOf(value).indexOf('\0') >= 0
                        || String.valueOf(name).indexOf('\0') >= 0) {
                    throw ApiException.badField(
                            "value.nothing",
                            String.valueOf(name).replace('\0', '?'),
                            "",
                            "含有空字符(U+0000)，请删去",
                            "has a character that is none (U+0000): take it out");
                }
            });
            return map;
        }
        throw ApiException.badField("json.shape", "body", "", "必须是一个JSON对象", "must be a JSON object");
    }

    /** One value out of a line. */
    static @Nullable Object readLine(byte[] line) {
        return MAPPER.readValue(line, Object.class);
    }

    static Problem damaged(JacksonException e) {
        String where = e.getLocation() == null
                ? ""
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        String said = e.getOriginalMessage();
        String path = e.getPathReference().isEmpty() ? where : where + " " + e.getPathReference();
        return Problem.ofField(400, "json.malformed", "body", path, "不是合法的JSON：" + said, "is not valid JSON: " + said);
    }
}
