package org.bihuan.app.notices;

import java.util.UUID;
import org.bihuan.kernel.DivisionCode;

/**
 * A short message to a place that keeps a desk; never about a person.
 *
 * @param id the same message has the same id, and goes out once
 * @param phone whom it goes to
 * @param text what it says
 * @param division where they are
 */
public record Message(UUID id, String phone, String text, DivisionCode division) {}
