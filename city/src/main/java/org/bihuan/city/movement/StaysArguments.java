package org.bihuan.city.movement;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The command line of {@code city stays}.
 *
 * @param out where to write; standard output when empty
 */
public record StaysArguments(CityShape shape, LocalDate from, LocalDate to, Optional<Path> out) {
    /** How it is called. */
    public static final String USAGE = """
        stays --people 10k [--seed 7] [--from 2021-12-06] [--to 2021-12-19] [--out FILE]
        人数(1k 至 10m)、种子、起止日期;未指定 --out 则写到标准输出。 stays as CSV for ./bihuan trace index\
        """;

    private static final int LEAST = 1_000;
    private static final int MOST = 10_000_000;

    /** Throws {@link IllegalArgumentException} naming the argument, its value and the rule. */
    public static StaysArguments parse(List<String> words) {
        int people = 10_000;
        long seed = 7;
        LocalDate from = LocalDate.of(2021, 12, 6);
        LocalDate to = LocalDate.of(2021, 12, 19);
        Optional<Path> out = Optional.empty();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(name + " 缺少值。 " + name + " needs a value");
            }
            String value = words.get(i + 1);
            switch (name) {
                case "--people" -> people = people(value);
                case "--seed" -> seed = seed(value);
                case "--from" -> from = day(name, value);
                case "--to" -> to = day(name, value);
                case "--out" -> out = Optional.of(Path.of(value));
                default ->
                    throw new IllegalArgumentException("不认识的参数 " + name + "。 \"" + name
                            + "\" is not one of --people, --seed, --from, --to, --out");
            }
        }
        if (to.isBefore(from) || from.isBefore(LocalDate.EPOCH) || to.getYear() > 2199) {
            throw new IllegalArgumentException("--to " + to + ":须不早于 --from " + from + ",年份 1970 至 2199。 --to is " + to
                    + ", must not be before --from " + from + ", both within 1970 to 2199");
        }
        return new StaysArguments(new CityShape(people, seed), from, to, out);
    }

    private static int people(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int unit = lower.endsWith("k") ? 1_000 : lower.endsWith("m") ? 1_000_000 : 1;
        String digits = unit == 1 ? lower : lower.substring(0, lower.length() - 1);
        if (digits.matches("[0-9]{1,9}")) {
            long people = Long.parseLong(digits) * unit;
            if (people >= LEAST && people <= MOST) {
                return (int) people;
            }
        }
        throw new IllegalArgumentException("--people \"" + text + "\":须为 1k 至 10m 的整数。 --people is \"" + text
                + "\", must be a whole number from 1k to 10m");
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "--seed \"" + text + "\":须为整数。 --seed is \"" + text + "\", must be a whole number", wrong);
        }
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    name + " \"" + text + "\":须为 2021-12-06 这样的日期。 " + name + " is \"" + text
                            + "\", must be a day such as 2021-12-06",
                    wrong);
        }
    }
}
