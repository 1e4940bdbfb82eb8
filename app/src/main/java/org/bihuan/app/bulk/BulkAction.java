package org.bihuan.app.bulk;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Roles;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * One thing done about many duties at once.
 *
 * @param id made with the form, so that sending it twice does it once
 * @param login who asked for it
 * @param role in which role
 * @param region of that role
 * @param kind what is recorded about each duty
 * @param query the worklist as its address says
 * @param fields of each fact, but for duty and moment
 * @param total how many duties were chosen
 * @param undoUntil until when it can be taken back
 * @param undoneBy who took it back, null while nobody has
 * @param why why it was done about all of them, empty when nobody was asked yet
 */
public record BulkAction(
        UUID id,
        String login,
        UUID account,
        String role,
        DivisionCode region,
        Instant askedAt,
        BulkKind kind,
        String query,
        Map<String, String> fields,
        int total,
        State state,
        Instant undoUntil,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt,
        String why) {
    public BulkAction {
        fields = Map.copyOf(fields);
    }

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        UNDOING,
        UNDONE
    }

    /** Whether the machine is at it. */
    public boolean isWorking() {
        return state == State.RUNNING || state == State.UNDOING;
    }

    /** Whether it can be taken back at the moment. */
    public boolean canBeUndone(Instant now) {
        return (state == State.RUNNING || state == State.DONE) && now.isBefore(undoUntil);
    }

    /** Source of the facts that it records. */
    String source() {
        return "bulk/" + login;
    }

    /** Key of the fact about each duty. */
    String key() {
        return "bulk-" + id;
    }

    /** Whoever asked, as they were then: what they no longer see is not touched. */
    Asker asker() {
        return new Asker(account, login, login, Roles.builtIn().get(role), region, "");
    }
}
