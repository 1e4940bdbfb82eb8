package org.bihuan.ledgers.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.bihuan.ledgers.file.SheetCell;
import org.bihuan.policy.format.LedgerHeader;

/** Reads a cell by its form. Thread-safe. */
public final class CellReader {
    private static final int LONGEST = 2_000;
    private static final String STROKES = "/\\—－-";
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s?[\\p{IsHan}a-zA-Z]{0,4}");

    private final TimeReader times;
    private final PlaceReader places;
    private final Map<String, Map<String, String>> words = new ConcurrentHashMap<>();

    /**
     * Makes a reader.
     *
     * @param places reads places
     * @param reference the day on which the ledger was drawn up, near which days without a year lie
     * @param zone zone in which times without one are meant
     * @param countsFrom1904 how the workbook counts days
     */
    public CellReader(PlaceReader places, LocalDate reference, ZoneId zone, boolean countsFrom1904) {
        this.places = places;
        this.times = new TimeReader(reference, zone, countsFrom1904);
    }

    /** What the cell holds. */
    public Reading read(LedgerHeader header, SheetCell cell) {
        if (cell.isEmpty() || isStroke(header, cell)) {
            return new Reading.Nothing();
        }
        if (cell.kind() == SheetCell.Kind.ERROR) {
            return noValue();
        }
        if (cell.text().length() > LONGEST) {
            return Reading.wrong(
                    "cell.long", "超过" + LONGEST + "个字；请缩短", "is longer than " + LONGEST + " characters: shorten it");
        }
        return switch (header.form()) {
            case TEXT, CODE, PARTS -> new Reading.Value(PlainText.of(plain(cell)));
            case DOCUMENT -> DocumentReader.read(cell);
            case PHONES -> PhonesReader.read(plain(cell));
            case TIME -> times.read(cell, false);
            case DATE -> times.read(cell, true);
            case NUMBER -> number(plain(cell));
            case PLACE -> places.read(plain(cell));
            case CHOICE -> choice(header, plain(cell));
        };
    }

    /** A lone stroke is how people leave a cell empty, unless it is one of the words of a choice. */
    private static boolean isStroke(LedgerHeader header, SheetCell cell) {
        String text = cell.text().strip();
        return cell.kind() == SheetCell.Kind.TEXT
                && !text.isEmpty()
                && text.chars().allMatch(each -> STROKES.indexOf(each) >= 0)
                && !header.words().containsKey(text);
    }

    static Reading noValue() {
        return Reading.wrong(
                "cell.error",
                "单元格是错误值，或公式没有结果；请填上值",
                "the cell holds an error or a formula without a result: enter the value");
    }

    /** A number as people read it: 13800138000, not 1.3800138E10. */
    private static String plain(SheetCell cell) {
        return switch (cell.kind()) {
            case NUMBER, DATE ->
                new BigDecimal(cell.text()).stripTrailingZeros().toPlainString();
            case EMPTY, TEXT, ERROR -> cell.text();
        };
    }

    private static Reading number(String cell) {
        var number = NUMBER.matcher(PlainText.of(cell));
        return number.matches()
                ? new Reading.Value(number.group(1))
                : Reading.wrong("cell.number", "不是数字；请只写数字", "is no number: write digits only");
    }

    private Reading choice(LedgerHeader header, String cell) {
        Map<String, String> known = words.computeIfAbsent(header.name(), _ -> {
            Map<String, String> keys = new HashMap<>();
            header.words().forEach((word, meaning) -> keys.put(key(word), meaning));
            header.words().values().forEach(meaning -> keys.putIfAbsent(key(meaning), meaning));
            return keys;
        });
        String meaning = known.get(key(cell));
        if (meaning != null) {
            return new Reading.Value(meaning);
        }
        String all = String.join(
                "、",
                new LinkedHashSet<>(header.words().keySet().stream().sorted().toList()));
        return Reading.wrong("cell.choice", "不在可选的写法之中：" + all, "is none of the ways to write it: " + all);
    }

    /** Letters and digits decide; a word made of signs alone, such as + for positive, is taken as it is. */
    private static String key(String word) {
        String key = PlainText.key(word);
        return key.isEmpty() ? PlainText.of(word) : key;
    }
}
