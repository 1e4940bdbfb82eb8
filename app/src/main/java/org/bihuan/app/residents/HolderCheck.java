package org.bihuan.app.residents;

import java.time.Instant;
import org.bihuan.app.identity.Recognition;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.notices.OpeningCodes;
import org.bihuan.app.notices.WhyLink;
import org.bihuan.app.notices.WhyLinks;
import org.springframework.stereotype.Component;

/** Whether whoever has the link is whom its notice is for. Not within a transaction. Thread-safe. */
@Component
class HolderCheck {
    private final WhyLinks links;
    private final OpeningCodes codes;
    private final Recognition recognition;

    HolderCheck(WhyLinks links, OpeningCodes codes, Recognition recognition) {
        this.links = links;
        this.codes = codes;
        this.recognition = recognition;
    }

    /** What comes of an answer. */
    sealed interface Outcome {}

    /** It is the holder. */
    record Recognised() implements Outcome {}

    /** Nothing is known of the holder and nobody has given them a code: nothing could be right. */
    record Unknown() implements Outcome {}

    /** There were too many wrong answers; this one was not looked at. */
    record Locked() implements Outcome {}

    /** It is not the holder, and so many tries are left. */
    record Wrong(int left) implements Outcome {}

    Outcome of(String token, Notice notice, String answer, Instant now) {
        if (!links.take(token, now)) {
            return new Locked();
        }
        boolean given = links.of(notice).map(WhyLink::codeAt).isPresent();
        Recognition.Answer known = given && codes.opens(token, answer)
                ? Recognition.Answer.RIGHT
                : recognition.compare(notice.subject(), answer, now);
        return switch (known) {
            case RIGHT -> {
                links.forgive(token);
                yield new Recognised();
            }
            case NOTHING_KNOWN -> {
                if (given) {
                    yield new Wrong(links.failed(token, now));
                }
                links.forgive(token);
                yield new Unknown();
            }
            case WRONG -> new Wrong(links.failed(token, now));
        };
    }
}
