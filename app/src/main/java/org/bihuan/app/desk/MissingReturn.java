package org.bihuan.app.desk;

import java.util.List;
import org.bihuan.app.returns.Returns;
import org.bihuan.kernel.DivisionCode;

/** Missing returns of a district. */
public record MissingReturn(DivisionCode district, List<Returns.Missing> units) {}
