package org.bihuan.app.directives;

/** A directive, and one to whom it was sent. */
public record Pending(Directive directive, Recipient recipient) {}
