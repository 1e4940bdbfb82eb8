package org.bihuan.app.directives.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.directives.Directive;
import org.bihuan.app.directives.DirectiveReply;
import org.bihuan.app.directives.Recipient;

/**
 * A directive for who sent it or for whom it was sent to.
 *
 * @param directive which
 * @param recipients those that may be seen
 * @param own who of them whoever looks is
 * @param replies their answers
 * @param isSender whether whoever looks sent it
 * @param mayCommand whether they may also withdraw or amend it
 * @param key id of the answer that will be sent
 * @param error what is wrong, empty for nothing
 * @param done what was just done, empty for nothing
 * @param now the present moment
 */
public record DirectiveView(
        Directive directive,
        List<Recipient> recipients,
        List<Recipient> own,
        List<DirectiveReply> replies,
        boolean isSender,
        boolean mayCommand,
        String key,
        String error,
        String done,
        Instant now) {
    public List<DirectiveReply> of(UUID recipient) {
        return replies.stream()
                .filter(each -> each.recipient().equals(recipient))
                .toList();
    }
}
