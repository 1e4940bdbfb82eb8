package org.bihuan.app.notices;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.vault.KeyedHash;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes by which somebody of whom neither year of birth nor document is known opens the page that tells why. Given by word
 * or on a slip of its own by whoever has them before them, never on the paper that carries the link. Thread-safe.
 */
@Service
public class OpeningCodes {
    /** None that is taken for another, read aloud or written by hand. */
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /** 39 bits: what the link allows of tries is nothing to it. */
    private static final int LENGTH = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final WhyLinkStore store;
    private final KeyedHash hash;

    OpeningCodes(WhyLinkStore store, KeyedHash hash) {
        this.store = store;
        this.hash = hash;
    }

    /**
     * Makes a code for the link, good as long as the link; the one before opens no more. It is told once and kept by nobody.
     *
     * @param by who gives it
     */
    @Transactional(label = Asking.MACHINE)
    public String give(WhyLink link, String by, Instant now) {
        StringBuilder code = new StringBuilder();
        RANDOM.ints(LENGTH, 0, SIGNS.length()).forEach(each -> code.append(SIGNS.charAt(each)));
        store.setCode(link.notice(), of(code.toString()), by, now);
        return code.insert(LENGTH / 2, '-').toString();
    }

    /** Whether what somebody says is the link's code, however they write it. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public boolean opens(String token, String said) {
        return store.hasCode(token, of(said));
    }

    private UUID of(String said) {
        String plain = Normalizer.normalize(said, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return hash.of("opening-code", plain.replaceAll("[^A-Z0-9]", ""));
    }
}
