package org.bihuan.app.desk;

import java.time.Instant;
import org.bihuan.app.shifts.DutyLog;
import org.bihuan.app.shifts.ShiftSettings;
import org.bihuan.app.shifts.Shifts;
import org.bihuan.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/** The part of a desk that is about the shift. Thread-safe. */
@Component
class DeskShift {
    private final Shifts shifts;
    private final DutyLog log;
    private final ShiftSettings settings;

    DeskShift(Shifts shifts, DutyLog log, ShiftSettings settings) {
        this.shifts = shifts;
        this.log = log;
        this.settings = settings;
    }

    DeskView.Shift of(DivisionCode desk, Instant now) {
        return new DeskView.Shift(
                shifts.present(desk, now), settings, log.unsigned(desk).orElse(null), log.open(desk));
    }
}
