package org.bihuan.app.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id; a stored hash names its method, so that a stronger one can follow. A few at a time,
 * since each takes 16 MiB. Thread-safe.
 */
@Component
class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final int AT_ONCE = 4;
    private static final List<String> WELL_KNOWN =
            List.of("password", "123456789", "qwerty", "admin123", "88888888", "66666666", "woaini", "bihuan");

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2id",
            Map.of(
                    "argon2id",
                    Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                    "bcrypt",
                    new BCryptPasswordEncoder()));
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final String nobodys = hash(Tokens.fresh());

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return String.valueOf(encoder.encode(password));
        } finally {
            turns.release();
        }
    }

    boolean matches(String password, String hash) {
        turns.acquireUninterruptibly();
        try {
            return password.length() <= LONGEST && encoder.matches(password, hash);
        } finally {
            turns.release();
        }
    }

    /** Takes as long as {@link #matches}, so that the time of an answer does not tell whether there is such an account. */
    void pretend(String password) {
        matches(password, nobodys);
    }

    /** The rule that the password breaks, as the end of a message key; empty when it is good. */
    static Optional<String> fault(String password, String login) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of("length");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        boolean easy = lower.chars().distinct().count() < 5
                || lower.contains(login.toLowerCase(Locale.ROOT))
                || WELL_KNOWN.stream().anyMatch(lower::contains);
        return easy ? Optional.of("easy") : Optional.empty();
    }
}
