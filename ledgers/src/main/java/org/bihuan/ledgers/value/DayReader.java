package org.bihuan.ledgers.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days as people write them. A day without a year belongs to the year that brings it nearest to the day the ledger
 * was drawn up, and is refused when that is not plain. Immutable.
 */
final class DayReader {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    /** Days. At about half a year both neighbouring years are as near, and a guess would be a guess. */
    private static final int PLAIN = 150;

    private static final Pattern WHOLE =
            Pattern.compile("(\\d{4})\\s?(?:年|[-/.])\\s?(\\d{1,2})\\s?(?:月|[-/.])\\s?(\\d{1,2})\\s?[日号]?");
    private static final Pattern JOINED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})\\s?(?:月|[-/.])\\s?(\\d{1,2})\\s?[日号]?");
    private static final Pattern TWO_DIGIT_YEAR =
            Pattern.compile("\\d{1,2}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,4}\\s?[日号]?");

    private final LocalDate reference;

    DayReader(LocalDate reference) {
        this.reference = reference;
    }

    /** A day, or why not. */
    record Result(@Nullable LocalDate day, Reading.@Nullable Wrong wrong) {
        static Result of(Reading.Wrong wrong) {
            return new Result(null, wrong);
        }
    }

    Result read(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            whole = JOINED.matcher(text);
        }
        if (whole.matches()) {
            return day(number(whole, 1), number(whole, 2), number(whole, 3));
        }
        Matcher part = SHORT.matcher(text);
        if (part.matches()) {
            return withoutYear(number(part, 1), number(part, 2));
        }
        if (TWO_DIGIT_YEAR.matcher(text).matches()) {
            return Result.of(Reading.wrong(
                    "cell.year",
                    "年份不清；请写成2020-07-20这样的四位年份",
                    "the year is not plain: write it with four digits, such as 2020-07-20"));
        }
        return Result.of(noDay());
    }

    Result withoutYear(int month, int dayOfMonth) {
        LocalDate best = null;
        long distance = Long.MAX_VALUE;
        for (int year = reference.getYear() - 1; year <= reference.getYear() + 1; year++) {
            LocalDate day = day(year, month, dayOfMonth).day();
            long away = day == null ? Long.MAX_VALUE : Math.abs(ChronoUnit.DAYS.between(reference, day));
            if (away < distance) {
                best = day;
                distance = away;
            }
        }
        if (best == null) {
            return Result.of(noDay());
        }
        return distance <= PLAIN
                ? new Result(best, null)
                : Result.of(Reading.wrong(
                        "cell.year",
                        "没有年份，离台账日期" + reference + "又远，分不清是哪一年；请写上年份",
                        "has no year and is far from " + reference
                                + ", the day of the ledger, so that the year is not plain: add the year"));
    }

    private static Result day(int year, int month, int dayOfMonth) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Result.of(noDay());
        }
        try {
            return new Result(LocalDate.of(year, month, dayOfMonth), null);
        } catch (DateTimeException e) {
            return Result.of(noDay());
        }
    }

    static Reading.Wrong noDay() {
        return Reading.wrong(
                "cell.date",
                "不是日期；请写成2020-07-20、2020年7月20日或7月20日",
                "is no date: write 2020-07-20, 2020年7月20日 or 7月20日");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
