package org.bihuan.app.desk;

import java.time.Instant;
import java.util.List;
import org.bihuan.app.briefing.BriefingSheet;
import org.bihuan.app.directives.Pending;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.duties.SignalView;
import org.bihuan.app.shifts.Handover;
import org.bihuan.app.shifts.LogEntry;
import org.bihuan.app.shifts.ShiftSettings;
import org.bihuan.app.shifts.ShiftTurn;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * What a duty officer sees first.
 *
 * @param now the present moment
 * @param tiles big numbers, each the length of the list behind it
 * @param owed duties that are late or due within the hour
 * @param signals the latest signals of the last day, the latest first
 * @param signalCount how many there were
 * @param mine directives that whoever looks still owes something
 * @param waiting the first recipients of their directives who still owe something, those over their time first
 * @param waitingCount how many there are
 * @param missing returns that are over their time
 * @param shift who is on shift, and what is open
 * @param briefing the latest briefing of this headquarters, null while there is none
 * @param withoutRetention places above or in the region for which nobody has said how long personal data are kept
 */
public record DeskView(
        Instant now,
        List<Tile> tiles,
        Owed owed,
        List<SignalView> signals,
        long signalCount,
        List<Pending> mine,
        List<Pending> waiting,
        long waitingCount,
        List<MissingReturn> missing,
        Shift shift,
        @Nullable BriefingSheet briefing,
        List<DivisionCode> withoutRetention) {

    /** A number with the list behind it. */
    public record Tile(String path, String textKey, long count, boolean isAlarm) {}

    /**
     * Duties.
     *
     * @param late those that have been late for the longest
     * @param soon those due within the hour, the first first
     * @param where where the late ones lie
     */
    public record Owed(
            long lateCount,
            long openCount,
            long soonCount,
            List<DutyView> late,
            List<DutyView> soon,
            LateWhere where) {}

    /**
     * The shift.
     *
     * @param present who is there
     * @param settings texts of places
     * @param unsigned handover that nobody has signed, null for none
     * @param open items of the log of which something remains to be done
     */
    public record Shift(
            List<ShiftTurn> present,
            ShiftSettings settings,
            @Nullable Handover unsigned,
            List<LogEntry> open) {}
}
