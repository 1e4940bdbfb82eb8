package org.bihuan.trace.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.bihuan.trace.api.TimeText;
import org.bihuan.trace.index.Rejection;
import org.bihuan.trace.index.RowText;
import org.bihuan.trace.index.TraceIndexWriter;
import org.jspecify.annotations.Nullable;

/** Rows {@code person,place,enter,leave[,id]} from CSV into an index; the columns may stand in any order. */
final class VisitsCsv {
    private static final List<String> REQUIRED = List.of("person", "place", "enter", "leave");
    private static final int PROGRESS_EVERY = 1_000_000;

    private final CsvRecords records;
    private final int columns;
    private final int person;
    private final int place;
    private final int enter;
    private final int leave;
    private final int id;
    private final List<String> ignored = new ArrayList<>();

    VisitsCsv(InputStream in) throws IOException {
        records = new CsvRecords(in);
        if (!records.next()) {
            throw new UsageError(
                    "--visits:文件是空的,首行必须是 person,place,enter,leave[,id]。",
                    "--visits: the file is empty; its first line must be person,place,enter,leave[,id]");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < records.fields(); i++) {
            names.add(records.field(i));
        }
        for (String required : REQUIRED) {
            if (names.indexOf(required) < 0 || names.indexOf(required) != names.lastIndexOf(required)) {
                String header = String.join(",", names);
                throw new UsageError(
                        "--visits:表头 '" + header + "' 中必须有且只有一列 '" + required + "'。",
                        "--visits: the header '" + header + "' must hold the column '" + required + "' once");
            }
        }
        columns = names.size();
        person = names.indexOf("person");
        place = names.indexOf("place");
        enter = names.indexOf("enter");
        leave = names.indexOf("leave");
        id = names.indexOf("id");
        names.removeAll(REQUIRED);
        names.remove("id");
        ignored.addAll(names);
    }

    /** Columns of the header that mean nothing here. */
    List<String> ignoredColumns() {
        return ignored;
    }

    void readInto(TraceIndexWriter writer, LongConsumer progress) throws IOException {
        RowText row = new RowText();
        long count = 0;
        while (records.next()) {
            Rejection rejection = read(row);
            if (rejection == null) {
                writer.add(row);
            } else {
                writer.reject(rejection);
            }
            if (++count % PROGRESS_EVERY == 0) {
                progress.accept(count);
            }
        }
    }

    private @Nullable Rejection read(RowText row) {
        if (!records.isWellFormed() || records.fields() != columns) {
            return Rejection.MALFORMED_ROW;
        }
        byte[] text = records.text();
        if (!isUtf8(text, person) || !isUtf8(text, place) || (id >= 0 && !isUtf8(text, id))) {
            return Rejection.INVALID_UTF8;
        }
        if (records.from(person) == records.to(person)) {
            return Rejection.EMPTY_PERSON;
        }
        if (records.from(place) == records.to(place)) {
            return Rejection.EMPTY_PLACE;
        }
        int enterMinute = TimeText.parse(text, records.from(enter), records.to(enter));
        if (enterMinute < 0) {
            return enterRejection(enterMinute);
        }
        boolean isOpen = records.from(leave) == records.to(leave);
        int leaveMinute = isOpen ? -1 : TimeText.parse(text, records.from(leave), records.to(leave));
        if (leaveMinute < 0 && !isOpen) {
            return leaveRejection(leaveMinute);
        }
        row.setText(text);
        row.setPerson(records.from(person), records.to(person));
        row.setPlace(records.from(place), records.to(place));
        row.setTimes(enterMinute, leaveMinute);
        if (id >= 0) {
            row.setId(records.from(id), records.to(id));
        }
        return null;
    }

    private boolean isUtf8(byte[] text, int column) {
        return Utf8.isWellFormed(text, records.from(column), records.to(column));
    }

    private static Rejection enterRejection(int code) {
        return switch (code) {
            case TimeText.WITHOUT_ZONE -> Rejection.ENTER_WITHOUT_ZONE;
            case TimeText.OUT_OF_RANGE -> Rejection.ENTER_OUT_OF_RANGE;
            default -> Rejection.UNREADABLE_ENTER;
        };
    }

    private static Rejection leaveRejection(int code) {
        return switch (code) {
            case TimeText.WITHOUT_ZONE -> Rejection.LEAVE_WITHOUT_ZONE;
            case TimeText.OUT_OF_RANGE -> Rejection.LEAVE_OUT_OF_RANGE;
            default -> Rejection.UNREADABLE_LEAVE;
        };
    }
}
