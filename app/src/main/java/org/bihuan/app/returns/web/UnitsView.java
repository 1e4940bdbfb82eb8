package org.bihuan.app.returns.web;

import java.util.List;
import org.bihuan.app.returns.ReportingUnit;
import org.bihuan.app.returns.ReturnForm;
import org.bihuan.app.returns.Units;

/**
 * Units and kinds of return.
 *
 * @param units those that report, and former ones
 * @param forms kinds of return asked for now
 * @param definition text that defines the kind of return shown
 * @param typed the unit that was typed and refused, else empty
 * @param block lines that were pasted and refused, else empty
 * @param error what is wrong, empty for nothing
 * @param about which of the forms on the page it is about: unit, block, definition
 * @param done what was just done, empty for nothing
 */
public record UnitsView(
        List<ReportingUnit> units,
        List<ReturnForm> forms,
        String definition,
        Units.Typed typed,
        String block,
        String error,
        String about,
        String done) {}
