package org.bihuan.app.directives.web;

import java.time.Instant;
import java.util.List;
import org.bihuan.app.directives.Directive;
import org.bihuan.app.directives.Pending;
import org.bihuan.app.directives.Recipient;

/**
 * Directives received and sent.
 *
 * @param inbox what was sent to whoever looks
 * @param sent what their headquarters sent
 * @param maySend whether they may send
 * @param now the present moment
 */
public record DirectivesView(List<Pending> inbox, List<Sent> sent, boolean maySend, Instant now) {
    /** A directive with those it was sent to. */
    public record Sent(Directive directive, List<Recipient> recipients) {
        public long read(Instant now) {
            return recipients.stream().filter(each -> each.isRead(now)).count();
        }

        public long answered(Instant now) {
            return recipients.stream().filter(each -> each.isAnswered(now)).count();
        }

        public long late(Instant now) {
            return recipients.stream()
                    .filter(each -> each.isLate(directive, now))
                    .count();
        }
    }
}
