package org.bihuan.ledgers.value;

import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.pack.Wording;

/** What a cell turned out to hold. */
public sealed interface Reading {
    /** A value in the one form in which facts carry it. */
    record Value(String text) implements Reading {}

    /** Nothing. */
    record Nothing() implements Reading {}

    /** Something that cannot be taken, and the rule that says so. */
    record Wrong(String code, Wording rule) implements Reading {
        /** The error as people see it, with the sender's own header and cell. */
        public FieldError error(String label, String cell) {
            return FieldError.of(label, cell, code, rule.zh(), rule.en());
        }
    }

    /** A wrong cell. */
    static Wrong wrong(String code, String zh, String en) {
        return new Wrong(code, new Wording(zh, en));
    }
}
