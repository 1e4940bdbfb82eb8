package org.bihuan.app.orders;

import java.time.Instant;

/** Somebody's approval of a preview. */
public record Approval(String previewHash, String by, Instant at) {}
