package org.bihuan.trace.index;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way into an index: ids as slices of a byte array, times as epoch minutes. Reused for every row, so that
 * reading a hundred million of them makes no garbage. Not thread-safe.
 */
public final class RowText {
    byte[] text = new byte[0];
    int personFrom;
    int personTo;
    int placeFrom;
    int placeTo;
    int idFrom;
    int idTo;
    int enter;
    int leave;

    /** Sets the bytes the slices lie in. */
    public void setText(byte[] bytes) {
        text = bytes;
    }

    /** Sets the person's id. */
    public void setPerson(int from, int to) {
        personFrom = from;
        personTo = to;
    }

    /** Sets the place's id. */
    public void setPlace(int from, int to) {
        placeFrom = from;
        placeTo = to;
    }

    /** Sets the scan id; an empty slice for none. */
    public void setId(int from, int to) {
        idFrom = from;
        idTo = to;
    }

    /** Sets the times; a negative leave is missing. */
    public void setTimes(int enterMinute, int leaveMinute) {
        enter = enterMinute;
        leave = leaveMinute < 0 ? RowColumns.OPEN : leaveMinute;
    }

    /** A row of its own, for callers that hold strings. */
    public static RowText of(String person, String place, int enterMinute, int leaveMinute, @Nullable String id) {
        byte[] personBytes = person.getBytes(StandardCharsets.UTF_8);
        byte[] placeBytes = place.getBytes(StandardCharsets.UTF_8);
        byte[] idBytes = id == null ? new byte[0] : id.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[personBytes.length + placeBytes.length + idBytes.length];
        System.arraycopy(personBytes, 0, all, 0, personBytes.length);
        System.arraycopy(placeBytes, 0, all, personBytes.length, placeBytes.length);
        System.arraycopy(idBytes, 0, all, all.length - idBytes.length, idBytes.length);
        RowText row = new RowText();
        row.setText(all);
        row.setPerson(0, personBytes.length);
        row.setPlace(personBytes.length, personBytes.length + placeBytes.length);
        row.setId(all.length - idBytes.length, all.length);
        row.setTimes(enterMinute, leaveMinute);
        return row;
    }
}
