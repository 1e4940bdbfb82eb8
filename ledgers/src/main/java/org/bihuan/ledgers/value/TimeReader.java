package org.bihuan.ledgers.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.ledgers.file.SheetCell;
import org.bihuan.policy.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * Reads times and days: as text in any of the usual forms, or as a number that Excel keeps (days since the beginning of
 * 1900). A time without a zone is meant in the ledger's zone; a day without a time begins at midnight. Immutable.
 */
final class TimeReader {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(61); // before it Excel counts a 29 February 1900
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(73_415); // end of 2100
    private static final BigDecimal FIRST_PLAIN = BigDecimal.valueOf(3_000); // below, a number is no sure serial
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final Pattern CLOCK = Pattern.compile(
            "(.*?)[\\sT,，日号]?\\s?(上午|下午|晚上|中午|早上|凌晨)?\\s?(\\d{1,2})(?:[:时点](\\d{1,2})?分?(?::(\\d{1,2}))?秒?)(?:整)?");
    private static final Pattern SHORT_NUMBER = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})");

    private final DayReader days;
    private final ZoneId zone;
    private final boolean countsFrom1904;

    TimeReader(LocalDate reference, ZoneId zone, boolean countsFrom1904) {
        this.days = new DayReader(reference);
        this.zone = zone;
        this.countsFrom1904 = countsFrom1904;
    }

    /** A time as ISO 8601 with offset, or with {@code dayOnly} a day. */
    Reading read(SheetCell cell, boolean dayOnly) {
        String text = PlainText.of(cell.text());
        return switch (cell.kind()) {
            case EMPTY -> new Reading.Nothing();
            case ERROR -> CellReader.noValue();
            case DATE -> serial(new BigDecimal(text), dayOnly);
            case NUMBER -> number(text, cell.format(), dayOnly);
            case TEXT -> text(text, dayOnly);
        };
    }

    private Reading number(String text, String format, boolean dayOnly) {
        BigDecimal number = new BigDecimal(text);
        String plain = number.stripTrailingZeros().toPlainString();
        if (number.compareTo(FIRST_PLAIN) >= 0 && number.compareTo(LAST_SERIAL) <= 0) {
            return serial(number, dayOnly);
        }
        Matcher split = SHORT_NUMBER.matcher(shown(number, format));
        if (split.matches()) {
            String part = split.group(2);
            // typed as 7.20, Excel keeps 7.2, which is what 7.2 looks like too
            if (part.length() == 1 && "123".contains(part)) {
                return Reading.wrong(
                        "cell.date-number",
                        "作为数字存的“" + plain + "”可能是" + part + "日，也可能是" + part + "0日；请写成7月20日这样",
                        "kept as a number, " + plain + " may be day " + part + " or day " + part
                                + "0: write it as 7月20日 or 2020-07-20");
            }
            return done(days.withoutYear(Integer.parseInt(split.group(1)), Integer.parseInt(part)), null, dayOnly);
        }
        return text(plain, dayOnly);
    }

    /** The number as its format shows it, as far as that matters: 7.2 with two places is 7.20. */
    private static String shown(BigDecimal number, String format) {
        int point = format.indexOf('.');
        int places = point < 0 ? 0 : format.length() - point - 1;
        boolean simple = format.matches("0\\.0+");
        return simple && places >= number.stripTrailingZeros().scale()
                ? number.setScale(places, RoundingMode.UNNECESSARY).toPlainString()
                : number.stripTrailingZeros().toPlainString();
    }

    private Reading serial(BigDecimal number, boolean dayOnly) {
        BigDecimal first = countsFrom1904 ? BigDecimal.ZERO : FIRST_SERIAL;
        if (number.compareTo(first) < 0 || number.compareTo(LAST_SERIAL) > 0) {
            return DayReader.noDay();
        }
        int whole = number.intValue();
        LocalDate day = (countsFrom1904 ? EPOCH_1904 : EPOCH_1900).plusDays(whole);
        long second = number.subtract(BigDecimal.valueOf(whole))
                .multiply(SECONDS_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return dayOnly
                ? new Reading.Value(day.toString())
                : moment(day.atStartOfDay().plusSeconds(second));
    }

    private Reading text(String text, boolean dayOnly) {
        if (Times.parse(text) != null) {
            return new Reading.Value(dayOnly ? text.substring(0, 10) : text);
        }
        if (text.matches("\\d{5}(\\.\\d+)?")) {
            return serial(new BigDecimal(text), dayOnly); // a serial that went through CSV
        }
        DayReader.Result plain = days.read(text);
        if (plain.day() != null) {
            return done(plain, null, dayOnly);
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches() && !clock.group(1).isBlank()) {
            String day = clock.group(1).strip();
            return done(days.read(day), clock, dayOnly);
        }
        return plain.wrong() == null ? DayReader.noDay() : plain.wrong();
    }

    private Reading done(DayReader.Result result, @Nullable Matcher clock, boolean dayOnly) {
        LocalDate day = result.day();
        Reading.Wrong wrong = result.wrong();
        if (day == null || wrong != null) {
            return wrong == null ? DayReader.noDay() : wrong;
        }
        if (dayOnly) {
            return new Reading.Value(day.toString());
        }
        if (clock == null) {
            return moment(day.atStartOfDay());
        }
        int hour = Integer.parseInt(clock.group(3));
        int minute = clock.group(4) == null ? 0 : Integer.parseInt(clock.group(4));
        int second = clock.group(5) == null ? 0 : Integer.parseInt(clock.group(5));
        String half = clock.group(2);
        boolean late = half != null && (half.equals("下午") || half.equals("晚上") || half.equals("中午"));
        if (late && hour < 12 && !(half.equals("中午") && hour > 10)) {
            hour += 12;
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return Reading.wrong(
                    "cell.time", "没有这个钟点；请写成2020-07-20 14:30", "there is no such time of day: write 2020-07-20 14:30");
        }
        return moment(day.atTime(hour, minute, second));
    }

    private Reading moment(LocalDateTime time) {
        return new Reading.Value(ISO.format(time.atZone(zone)));
    }
}
