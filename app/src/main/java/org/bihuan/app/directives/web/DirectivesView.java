package org.bihuan.app.directives.web;

import java.time.Instant;
import java.util.List;
import org.bihuan.app.directives.Directive;
import org.bihuan.app.directives.DirectiveProgress;
import org.bihuan.app.directives.Pending;

/**
 * Directives received and sent.
 *
 * @param inbox what was sent to whoever looks
 * @param sent what their headquarters sent
 * @param maySend whether they may send
 * @param now the present moment
 */
public record DirectivesView(List<Pending> inbox, List<Sent> sent, boolean maySend, Instant now) {
    /** A directive and how far those it was sent to are. */
    public record Sent(Directive directive, DirectiveProgress progress) {}
}
