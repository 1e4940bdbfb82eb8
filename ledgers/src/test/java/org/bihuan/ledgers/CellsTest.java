package org.bihuan.ledgers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bihuan.ledgers.file.SheetCell;
import org.bihuan.ledgers.value.CellReader;
import org.bihuan.ledgers.value.Reading;
import org.bihuan.policy.format.LedgerHeader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single cells; what is refused is named by its code. */
class CellsTest {
    private final CellReader reader = new CellReader(Desk.PLACES, Desk.DRAWN_UP, Desk.ZONE, false);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "7.20, 2020-07-20T00:00:00+08:00",
                "7月20日, 2020-07-20T00:00:00+08:00",
                "７月２０日, 2020-07-20T00:00:00+08:00",
                "2020年7月20日, 2020-07-20T00:00:00+08:00",
                "2020/7/20 14:30, 2020-07-20T14:30:00+08:00",
                "2020年7月20日14时30分, 2020-07-20T14:30:00+08:00",
                "7月20日下午2点, 2020-07-20T14:00:00+08:00",
                "2020-07-20T14:30+08:00, 2020-07-20T14:30+08:00",
                "20200720, 2020-07-20T00:00:00+08:00",
                "44032, 2020-07-20T00:00:00+08:00",
                "44032.6041666667, 2020-07-20T14:30:00+08:00",
                "1.20, cell.year",
                "20.7.20, cell.year",
                "2.30, cell.date",
                "2020-02-30, cell.date",
                "昨天, cell.date",
                "7月20日25:00, cell.time",
            })
    void timesAsText(String cell, String expected) {
        assertThat(read(LedgerHeader.Form.TIME, SheetCell.text(cell))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "7.2, '', cell.date-number",
        "7.2, 0.00, 2020-07-20T00:00:00+08:00",
        "7.15, '', 2020-07-15T00:00:00+08:00",
        "7.4, '', 2020-07-04T00:00:00+08:00",
        "44032, '', 2020-07-20T00:00:00+08:00",
        "20200720, '', 2020-07-20T00:00:00+08:00",
        "3.14159, '', cell.date",
        "2020, '', cell.date",
        "-5, '', cell.date",
    })
    void timesAsNumbers(String number, String format, String expected) {
        assertThat(read(LedgerHeader.Form.TIME, new SheetCell(SheetCell.Kind.NUMBER, number, format)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, resident-id/11010519491231002X",
        "１１０１０５１９４９１２３１００２ｘ, resident-id/11010519491231002X",
        "'110105 19491231 002x', resident-id/11010519491231002X",
        "110105194912310021, cell.document-check",
        "110105194902310028, cell.document-check",
        "2.10302E+17, cell.document-lost",
        "210302198605031000, cell.document-lost",
        "11010519491231, cell.document-length",
        "E12345678, passport/E12345678",
        "H1234567801, home-return-permit/H12345678",
        "123, cell.document",
        "无, cell.document",
    })
    void documents(String cell, String expected) {
        assertThat(read(LedgerHeader.Form.DOCUMENT, SheetCell.text(cell))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, +8613800138000",
        "138 0013 8000, +8613800138000",
        "13800138000/13900139000, +8613800138000;+8613900139000",
        "1380013800013900139000, +8613800138000;+8613900139000",
        "13800138000 13900139000, +8613800138000;+8613900139000",
        "'13800138000、0412-5538888', +8613800138000;+864125538888",
        "1380013800, cell.phone",
        "1.38001E10, cell.phone",
    })
    void phones(String cell, String expected) {
        assertThat(read(LedgerHeader.Form.PHONES, SheetCell.text(cell))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "大连市, 210200000000",
        "辽宁大连, 210200000000",
        "辽宁省 鞍山市 铁东区, 210302000000",
        "鞍山铁东区, 210302000000",
        "210302, 210302000000",
        "铁东区, cell.place-ambiguous",
        "鼓楼区, cell.place-ambiguous",
        "月球, cell.place",
        "999999, cell.place",
    })
    void places(String cell, String expected) {
        assertThat(read(LedgerHeader.Form.PLACE, SheetCell.text(cell))).isEqualTo(expected);
    }

    @org.junit.jupiter.api.Test
    void aNumberThatExcelKeptForAnIdIsLostEvenWhenItsDigitsWouldFit() {
        assertThat(read(LedgerHeader.Form.DOCUMENT, new SheetCell(SheetCell.Kind.NUMBER, "1.10105194912310E+17", "")))
                .isEqualTo("cell.document-lost");
        assertThat(read(LedgerHeader.Form.PHONES, new SheetCell(SheetCell.Kind.NUMBER, "1.3800138E10", "")))
                .isEqualTo("+8613800138000");
    }

    @org.junit.jupiter.api.Test
    void workbooksOfOldMacintoshesCountFrom1904() {
        CellReader old = new CellReader(Desk.PLACES, LocalDate.of(2020, 7, 26), Desk.ZONE, true);
        Reading reading = old.read(header(LedgerHeader.Form.TIME), new SheetCell(SheetCell.Kind.DATE, "42570", "d"));
        assertThat(text(reading)).isEqualTo("2020-07-20T00:00:00+08:00");
    }

    private String read(LedgerHeader.Form form, SheetCell cell) {
        return text(reader.read(header(form), cell));
    }

    private static LedgerHeader header(LedgerHeader.Form form) {
        return new LedgerHeader("x", "x", null, form, List.of(), Map.of(), null);
    }

    private static String text(Reading reading) {
        return switch (reading) {
            case Reading.Value value -> value.text();
            case Reading.Wrong wrong -> wrong.code();
            case Reading.Nothing _ -> "";
        };
    }
}
