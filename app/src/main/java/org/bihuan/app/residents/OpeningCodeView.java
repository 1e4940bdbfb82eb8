package org.bihuan.app.residents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.notices.WhyLink;
import org.springframework.web.util.UriUtils;

/**
 * What the page shows on which a code is given out.
 *
 * @param code the code that was just made, empty when none was
 */
public record OpeningCodeView(Notice notice, WhyLink link, String code, Instant now) {
    /** Page of the person whom the notice is for. */
    public String subjectPath() {
        return "/subjects/" + notice.subject().type() + "/"
                + UriUtils.encodePathSegment(notice.subject().id(), StandardCharsets.UTF_8);
    }

    /** Whether the link still leads anywhere. */
    public boolean opens() {
        return link.opens(now);
    }
}
