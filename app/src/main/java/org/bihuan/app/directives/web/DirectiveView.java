package org.bihuan.app.directives.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.directives.Directive;
import org.bihuan.app.directives.DirectiveProgress;
import org.bihuan.app.directives.DirectiveReply;
import org.bihuan.app.directives.Recipient;
import org.bihuan.app.notices.Delivery;

/**
 * A directive for who sent it or for whom it was sent to.
 *
 * @param directive which
 * @param recipients a page of them for the sender, who owe something first
 * @param progress how far all of them are
 * @param next id to go on behind, empty for no more
 * @param own who of them whoever looks is
 * @param replies their answers
 * @param isSender whether whoever looks sent it
 * @param mayCommand whether they may also withdraw or amend it
 * @param key id of the answer that will be sent
 * @param error what is wrong, empty for nothing
 * @param done what was just done, empty for nothing
 * @param now the present moment
 * @param messages how far the message of each recipient's last reminder is
 */
public record DirectiveView(
        Directive directive,
        List<Recipient> recipients,
        DirectiveProgress progress,
        String next,
        List<Recipient> own,
        List<DirectiveReply> replies,
        boolean isSender,
        boolean mayCommand,
        String key,
        String error,
        String done,
        Instant now,
        Map<UUID, Delivery.State> messages) {
    public List<DirectiveReply> of(UUID recipient) {
        return replies.stream()
                .filter(each -> each.recipient().equals(recipient))
                .toList();
    }
}
