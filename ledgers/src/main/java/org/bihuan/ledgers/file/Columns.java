package org.bihuan.ledgers.file;

import java.math.BigDecimal;

/** What both kinds of Excel file have in common. */
final class Columns {
    private Columns() {}

    static FileRefused tooMany(long row, FileLimits limits) {
        return new FileRefused(
                "file.columns",
                "第" + row + "行超过" + limits.columns() + "列；请删去多余的列后再传",
                "row " + row + " has more than " + limits.columns()
                        + " columns: delete those not needed and send it again");
    }

    /** A number as the file keeps it; a number without digits is an error, not a nought. */
    static SheetCell number(String raw, String format) {
        if (raw.isBlank()) {
            return SheetCell.EMPTY;
        }
        try {
            new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            return new SheetCell(SheetCell.Kind.TEXT, raw, "");
        }
        String plain = format.equalsIgnoreCase("General") ? "" : format;
        return new SheetCell(isDate(plain) ? SheetCell.Kind.DATE : SheetCell.Kind.NUMBER, whole(raw.strip()), plain);
    }

    /** 44033.0 is 44033; other programs write whole numbers so. */
    private static String whole(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    /** Whether a number format shows days or times: y, d, h, s or a Chinese 年 outside of quotes and brackets. */
    static boolean isDate(String format) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < format.length(); i++) {
            char each = Character.toLowerCase(format.charAt(i));
            if (each == '"') {
                quoted = !quoted;
            } else if (each == '[') {
                bracketed = !format.startsWith("[h", i) && !format.startsWith("[H", i);
            } else if (each == ']') {
                bracketed = false;
            } else if (each == '\\') {
                i++;
            } else if (!quoted && !bracketed && "ydhs".indexOf(each) >= 0) {
                return true;
            }
        }
        return false;
    }
}
