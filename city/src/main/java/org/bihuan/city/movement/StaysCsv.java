package org.bihuan.city.movement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/**
 * A city's stays as the CSV the trace engine's command line reads: {@code person,place,enter,leave}, times in UTC. Streamed
 * day by day, person by person; memory does not grow with either.
 */
public final class StaysCsv {
    private static final int DAY = 1440;
    private static final int LONGEST_ROW = 96;

    private final CityShape shape;
    private final StringBuilder buffer = new StringBuilder(1 << 16);
    private String date = "";
    private int dateDay = -1;

    /** The stays of a city. */
    public StaysCsv(CityShape shape) {
        this.shape = shape;
    }

    /** Writes the header and every stay begun on the days, the last included; returns how many stays there were. */
    public long write(LocalDate first, LocalDate last, Appendable out) throws IOException {
        out.append("person,place,enter,leave\n");
        long[] count = {0};
        CityDays days = new CityDays(shape);
        try {
            for (int day = (int) first.toEpochDay(); day <= last.toEpochDay(); day++) {
                days.forEachStay(day, (person, place, enter, leave) -> {
                    count[0]++;
                    row(person, place, enter, leave, out);
                });
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        flush(out);
        return count[0];
    }

    private void row(int person, int place, int enter, int leave, Appendable out) {
        buffer.append(CityShape.personId(person)).append(',').append(CityShape.placeId(place));
        time(enter);
        time(leave);
        buffer.append('\n');
        if (buffer.length() > buffer.capacity() - LONGEST_ROW) {
            try {
                flush(out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private void time(int minute) {
        if (minute / DAY != dateDay) {
            dateDay = minute / DAY;
            date = LocalDate.ofEpochDay(dateDay).toString();
        }
        int ofDay = minute % DAY;
        buffer.append(',').append(date).append('T');
        twoDigits(ofDay / 60);
        buffer.append(':');
        twoDigits(ofDay % 60);
        buffer.append(":00Z");
    }

    private void twoDigits(int number) {
        buffer.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private void flush(Appendable out) throws IOException {
        out.append(buffer);
        buffer.setLength(0);
    }
}
