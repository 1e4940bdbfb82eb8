package org.bihuan.city;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kernel.DivisionCode;

/**
 * The command line of {@link Main}.
 *
 * @param out where to write; standard output when empty
 */
record Arguments(CitySettings settings, String scenario, Format format, Part part, Optional<Path> out) {
    static final String USAGE = """
        --people 20000 --seed 7 --division 210300000000 --from 2020-07-14 --to 2020-08-10
        --format csv|ndjson --part residents|arrivals|school|all [--scenario NAME|FOLDER] [--out FILE]
        人数、种子、区划代码、起止日期、格式与部分；未指定 --out 则写到标准输出。
        csv holds arrivals only; ndjson holds facts.\
        """;

    private static final List<String> NAMES =
            List.of("people", "seed", "division", "from", "to", "format", "part", "scenario", "out");

    /** Format of the file. */
    enum Format {
        CSV,
        NDJSON
    }

    /** Which part of the city is written. */
    enum Part {
        RESIDENTS,
        ARRIVALS,
        SCHOOL,
        ALL
    }

    /** Throws {@link IllegalArgumentException} naming the argument, its value and the rule. */
    static Arguments parse(List<String> words) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!name.startsWith("--") || !NAMES.contains(name.substring(2))) {
                throw new IllegalArgumentException("\"" + name + "\" is not one of --" + String.join(", --", NAMES));
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            if (given.put(name.substring(2), words.get(i + 1)) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        Format format = word(Format.class, given, "format", "ndjson");
        Part part = word(Part.class, given, "part", format == Format.CSV ? "arrivals" : "all");
        if (format == Format.CSV && part != Part.ARRIVALS) {
            throw new IllegalArgumentException(
                    "part is " + part.name().toLowerCase(Locale.ROOT) + ", must be arrivals when format is csv");
        }
        CitySettings settings = new CitySettings(
                (int) number(given, "people", "20000", 99_999_999),
                number(given, "seed", "7", Long.MAX_VALUE),
                division(given),
                day(given, "from", "2020-07-14"),
                day(given, "to", "2020-08-10"));
        return new Arguments(
                settings,
                given.getOrDefault("scenario", "anshan-2020"),
                format,
                part,
                Optional.ofNullable(given.get("out")).map(Path::of));
    }

    private static <E extends Enum<E>> E word(Class<E> type, Map<String, String> given, String name, String standard) {
        String value = given.getOrDefault(name, standard);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is \"" + value + "\", must be one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    private static long number(Map<String, String> given, String name, String standard, long most) {
        String value = given.getOrDefault(name, standard);
        try {
            long number = Long.parseLong(value);
            if (number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below, with the numbers that are too large
        }
        throw new IllegalArgumentException(name + " is \"" + value + "\", must be a whole number up to " + most);
    }

    private static LocalDate day(Map<String, String> given, String name, String standard) {
        String value = given.getOrDefault(name, standard);
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException(name + " is \"" + value + "\", must be a day such as 2020-07-14");
        }
    }

    private static DivisionCode division(Map<String, String> given) {
        String value = given.getOrDefault("division", "210300000000");
        return DivisionCode.parse(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "division is \"" + value + "\", must be a 12-digit division code"));
    }
}
