package org.bihuan.app.notices;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links from notices to the page that tells why; each opens for its holder only, and only for a time. Thread-safe. */
@Service
public class WhyLinks {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Wrong answers in a row after which nobody is asked for a while. */
    public static final int TRIES = 5;

    /** Wrong answers in a row after which the link is taken back: that is no slip of the finger any more. */
    private static final int MOST_FAILURES = 4 * TRIES;

    private static final Duration LOCKED = Duration.ofMinutes(15);

    private final WhyLinkStore store;
    private final NoticeStore notices;
    private final NoticeSettings settings;

    WhyLinks(WhyLinkStore store, NoticeStore notices, NoticeSettings settings) {
        this.store = store;
        this.notices = notices;
        this.settings = settings;
    }

    /** The link of the notice, made when it is asked for the first time; empty for documents that restrict nobody. */
    @Transactional(label = Asking.MACHINE)
    public Optional<WhyLink> of(Notice notice) {
        if (notice.kind() != NoticeKind.NOTICE) {
            return Optional.empty();
        }
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        Instant until = notice.until();
        Instant last = until == null || until.isBefore(notice.issuedAt()) ? notice.issuedAt() : until;
        store.add(
                notice.id(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                last.plus(settings.whyOpen()));
        return store.ofNotice(notice.id());
    }

    /** Address of the page that tells why. */
    public String address(WhyLink link) {
        return settings.address() + "/why/" + link.token();
    }

    /** The link and its notice, as long as it opens. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Optional<Notice> find(String token, Instant now) {
        return store.find(token).filter(link -> link.opens(now)).flatMap(link -> notices.find(link.notice()));
    }

    @Transactional(readOnly = true, label = Asking.MACHINE)
    public boolean isLocked(String token, Instant now) {
        return store.find(token).filter(link -> link.isLocked(now)).isPresent();
    }

    /**
     * Counts an answer to who somebody is, before it is compared: of many at once no more are compared than one after the other.
     *
     * @return whether it may be compared
     */
    @Transactional(label = Asking.MACHINE)
    public boolean take(String token, Instant now) {
        WhyLink link = store.lock(token).orElseThrow();
        if (!link.opens(now) || link.isLocked(now)) {
            return false;
        }
        int failures = link.failures() + 1;
        boolean full = failures % TRIES == 0;
        store.setFailures(link.notice(), failures, full ? now.plus(LOCKED) : link.lockedUntil());
        return true;
    }

    /** The answer was right, or there was nothing to compare it with: nothing is counted any more. */
    @Transactional(label = Asking.MACHINE)
    public void forgive(String token) {
        store.setFailures(store.lock(token).orElseThrow().notice(), 0, null);
    }

    /**
     * The answer was wrong.
     *
     * @return how many more are taken before nobody is asked for a while
     */
    @Transactional(label = Asking.MACHINE)
    public int failed(String token, Instant now) {
        WhyLink link = store.lock(token).orElseThrow();
        if (link.failures() >= MOST_FAILURES) {
            store.revoke(link.notice(), now);
        }
        return link.isLocked(now) ? 0 : TRIES - link.failures() % TRIES;
    }

    /** Takes the link back, as when the paper was lost. */
    @Transactional(label = Asking.MACHINE)
    public void revoke(UUID notice, Instant now) {
        store.revoke(notice, now);
    }
}
