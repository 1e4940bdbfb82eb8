package org.bihuan.city;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** A properties file read by type; every error names the file, the key, the value and the rule. */
final class Values {
    private static final String NEVER = "never";

    private final String source;
    private final Properties properties = new Properties();

    Values(String source, String text) {
        this.source = source;
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(source + " cannot be read", e);
        }
    }

    String text(String key) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(source + ": " + key + " is missing");
        }
        return value.strip();
    }

    /** Reads with the function; what it refuses becomes an error that names the key. */
    <T> T read(String key, String rule, Function<String, T> reader) {
        String value = text(key);
        try {
            return reader.apply(value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(source + ": " + key + " \"" + value + "\" must be " + rule, e);
        }
    }

    double number(String key) {
        return read(key, "a number >= 0", text -> atLeastZero(Double.parseDouble(text)));
    }

    double share(String key) {
        return read(key, "a share from 0 to 1", text -> {
            double share = atLeastZero(Double.parseDouble(text));
            if (share > 1) {
                throw new IllegalArgumentException("more than 1");
            }
            return share;
        });
    }

    int whole(String key) {
        return read(key, "a whole number >= 0", text -> (int) atLeastZero(Integer.parseInt(text)));
    }

    Span span(String key) {
        return read(key, "a span such as 2..12", Values::spanOf);
    }

    List<Span> spans(String key) {
        return read(key, "spans such as 2..12,20..24", text -> parts(text, Values::spanOf));
    }

    List<String> words(String key) {
        return read(key, "words separated by commas", text -> parts(text, Function.identity()));
    }

    /** {@code value:weight} pairs separated by commas. */
    <T> WeightedList<T> weighted(String key, String rule, Function<String, T> reader) {
        return read(
                key,
                "value:weight pairs, value " + rule,
                text -> WeightedList.of(parts(text, pair -> {
                    int colon = pair.lastIndexOf(':');
                    return Map.entry(
                            reader.apply(pair.substring(0, colon)), Double.parseDouble(pair.substring(colon + 1)));
                })));
    }

    WeightedList<String> weightedWords(String key) {
        return weighted(key, "a word", Function.identity());
    }

    WeightedList<Span> weightedSpans(String key) {
        return weighted(key, "a span such as 2..12", Values::spanOf);
    }

    WeightedList<Optional<Span>> weightedSpansOrNever(String key) {
        return weighted(
                key,
                "a span such as 2..12, or never",
                text -> text.equals(NEVER) ? Optional.empty() : Optional.of(spanOf(text)));
    }

    private static Span spanOf(String text) {
        int dots = text.indexOf("..");
        return new Span(Integer.parseInt(text.substring(0, dots)), Integer.parseInt(text.substring(dots + 2)));
    }

    private static <T> List<T> parts(String text, Function<String, T> reader) {
        List<T> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            parts.add(reader.apply(part.strip()));
        }
        return List.copyOf(parts);
    }

    private static double atLeastZero(double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("below 0");
        }
        return value;
    }
}
