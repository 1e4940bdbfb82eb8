package org.bihuan.app.directives;

/**
 * How far the recipients of a directive are at a moment.
 *
 * @param sent how many there are
 * @param read how many have acknowledged it
 * @param answered how many have answered
 * @param owing how many still owe it what it asks for
 * @param late how many of those after its deadline
 */
public record DirectiveProgress(long sent, long read, long answered, long owing, long late) {
    /** Nobody was sent it. */
    public static final DirectiveProgress NONE = new DirectiveProgress(0, 0, 0, 0, 0);

    /** How many have not acknowledged it. */
    public long unread() {
        return sent - read;
    }
}
