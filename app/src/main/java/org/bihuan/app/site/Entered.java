package org.bihuan.app.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.pack.Wording;

/** Reads what people type into forms; what cannot be read is {@link Refused} by field, value and rule. Pure. */
public final class Entered {
    private Entered() {}

    /** A text of 1 to most characters without control characters other than line ends. */
    public static String text(String field, Wording label, String value, int most) {
        String plain = optional(field, label, value, most);
        if (plain.isEmpty()) {
            throw new Refused(field, label, value, new Wording("必填，请填写", "is required: please fill it in"));
        }
        return plain;
    }

    /** The same or nothing. */
    public static String optional(String field, Wording label, String value, int most) {
        String plain = value.strip().replace("\r\n", "\n");
        if (plain.length() > most || plain.chars().anyMatch(each -> each < 0x20 && each != '\n' && each != '\t')) {
            throw new Refused(
                    field,
                    label,
                    value,
                    new Wording(
                            "最多" + most + "个字，不含控制字符，请缩短",
                            "has at most " + most + " characters and no control characters: shorten it"));
        }
        return plain;
    }

    /** A local day and time, as browsers send it, or an instant with offset. */
    public static Instant moment(String field, Wording label, String value, ZoneId zone) {
        try {
            String plain = value.strip();
            return plain.endsWith("Z") || plain.lastIndexOf('+') > 0
                    ? java.time.OffsetDateTime.parse(plain).toInstant()
                    : LocalDateTime.parse(plain).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Refused(
                    field,
                    label,
                    value,
                    new Wording("必须是日期和时间，例如2020-07-26T08:00", "must be a day and a time such as 2020-07-26T08:00"));
        }
    }

    /** A day. */
    public static LocalDate day(String field, Wording label, String value) {
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            throw new Refused(
                    field, label, value, new Wording("必须是日期，例如2020-07-26", "must be a day such as 2020-07-26"));
        }
    }

    /** An existing division. */
    public static DivisionCode division(String field, Wording label, String value) {
        return DivisionCode.parse(value.strip())
                .filter(Divisions.load()::exists)
                .orElseThrow(() -> new Refused(
                        field,
                        label,
                        value,
                        new Wording("必须是存在的12位区划代码，请从列表中选择", "must be an existing 12-digit division: choose one")));
    }

    /** What a client calls its own entry, so that a double submit changes nothing. */
    public static UUID key(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    "key",
                    new Wording("表单编号", "id of the form"),
                    value,
                    new Wording("必须是UUID，请重新打开页面再填", "must be a UUID: open the page again and fill it in"));
        }
    }
}
