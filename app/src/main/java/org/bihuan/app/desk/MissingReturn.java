package org.bihuan.app.desk;

import java.util.List;
import org.bihuan.app.returns.Returns;
import org.bihuan.kernel.DivisionCode;

/**
 * Missing returns of a district.
 *
 * @param units the first of them
 * @param count how many there are
 */
public record MissingReturn(DivisionCode district, List<Returns.Missing> units, int count) {
    public MissingReturn {
        units = List.copyOf(units);
    }
}
