package org.bihuan.app.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.clock.WallClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people in: password, then a code where the account has a second factor. Failures lock name and address for a
 * time that doubles; every answer to a wrong name or password is the same and takes as long. Thread-safe.
 */
@Service
public class LogIn {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int LONGEST_LOGIN = 64;

    private final AccountStore accounts;
    private final AttemptStore attempts;
    private final Sessions sessions;
    private final SessionStore sessionStore;
    private final Passwords passwords;
    private final FactorSeals seals;
    private final WallClock clock;

    LogIn(
            AccountStore accounts,
            AttemptStore attempts,
            Sessions sessions,
            SessionStore sessionStore,
            Passwords passwords,
            FactorSeals seals,
            WallClock clock) {
        this.seals = seals;
        this.accounts = accounts;
        this.attempts = attempts;
        this.sessions = sessions;
        this.sessionStore = sessionStore;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {
        /** Logged in, under a token of its own. */
        record In(String token) implements Result {}

        /** The password was right; a code is asked for under this token. */
        record CodeNeeded(String token) implements Result {}

        /** Wrong name, password or code: which, nobody is told. */
        record Wrong() implements Result {}

        /** Too many failures; nobody looked at the password. */
        record Locked(Duration left) implements Result {}
    }

    /** From name and password. */
    @Transactional
    public Result withPassword(String typed, String password, String address, String agent) {
        Instant now = clock.instant();
        String login = normal(typed);
        Optional<Duration> locked = locked(login, address, now);
        if (locked.isPresent()) {
            return new Result.Locked(locked.get());
        }
        Account account = accounts.findByLogin(login).orElse(null);
        if (account == null
                || account.disabledAt() != null
                || account.assignments().isEmpty()) {
            passwords.pretend(password);
            return failed(login, address, now);
        }
        AccountStore.Secret secret = accounts.secret(account.id()).orElseThrow();
        if (!passwords.matches(password, secret.password())) {
            return failed(login, address, now);
        }
        Assignment first = account.assignments().getFirst();
        if (secret.secondFactor() != null) {
            return new Result.CodeNeeded(sessions.open(account.id(), first, true, address, agent, now));
        }
        return in(account, first, address, agent, now);
    }

    /** From the code, after the password. The token of before is worth nothing afterwards. */
    @Transactional
    public Result withCode(String token, String code, String address, String agent) {
        Instant now = clock.instant();
        SessionStore.Row waiting = sessions.findWaiting(token, agent, now).orElse(null);
        if (waiting == null) {
            return new Result.Wrong();
        }
        Optional<Duration> locked = locked(waiting.login(), address, now);
        if (locked.isPresent()) {
            return new Result.Locked(locked.get());
        }
        Account account = accounts.find(waiting.account()).orElseThrow();
        AccountStore.Secret secret = accounts.secret(account.id()).orElseThrow();
        byte[] factor = secret.secondFactor();
        OptionalLong step = factor == null
                ? OptionalLong.empty()
                : Totp.match(seals.open(account.id(), factor), code, now.getEpochSecond(), secret.usedStep());
        if (step.isEmpty() || !accounts.useStep(account.id(), step.getAsLong())) {
            return failed(account.login(), address, now);
        }
        sessionStore.end(account.id(), waiting.id());
        return in(account, new Assignment(Roles.builtIn().get(waiting.role()), waiting.region()), address, agent, now);
    }

    /**
     * From another place that has said who it is.
     *
     * @param isStrong whether it has asked for a second factor that counts here, so that ours is not asked for
     */
    @Transactional
    Result known(UUID id, boolean isStrong, String address, String agent) {
        Instant now = clock.instant();
        Account account = accounts.find(id).orElseThrow();
        if (account.disabledAt() != null || account.assignments().isEmpty()) {
            attempts.event("oidc-refused", account.login(), "oidc", address, "out-of-use", now);
            return new Result.Wrong();
        }
        Assignment first = account.assignments().getFirst();
        boolean needsCode = !isStrong && accounts.secret(id).orElseThrow().secondFactor() != null;
        return needsCode
                ? new Result.CodeNeeded(sessions.open(id, first, true, address, agent, now))
                : in(account, first, address, agent, now);
    }

    private Optional<Duration> locked(String login, String address, Instant now) {
        return Stream.of(byName(login), byAddress(address))
                .flatMap(key -> attempts.lockedUntil(key, now).stream())
                .max(Comparator.naturalOrder())
                .map(until -> Duration.between(now, until));
    }

    private Result in(Account account, Assignment as, String address, String agent, Instant now) {
        attempts.forget(byName(account.login()));
        attempts.forgetOlder(now.minus(REMEMBERED));
        attempts.event("log-in", account.login(), account.login(), address, as.key(), now);
        return new Result.In(sessions.open(account.id(), as, false, address, agent, now));
    }

    private Result failed(String login, String address, Instant now) {
        count(byAddress(address), LockOut.FREE_BY_ADDRESS, now);
        count(byName(login), LockOut.FREE_BY_NAME, now);
        attempts.event("log-in-failed", login, login, address, "", now);
        return new Result.Wrong();
    }

    private void count(String key, int free, Instant now) {
        Duration delay = LockOut.after(attempts.countFailure(key, now, now.minus(REMEMBERED)), free);
        if (!delay.isZero()) {
            attempts.lock(key, now.plus(delay));
        }
    }

    private static String byName(String login) {
        return "login " + login;
    }

    private static String byAddress(String address) {
        return "address " + address;
    }

    static String normal(String login) {
        String plain = login.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        return plain.length() > LONGEST_LOGIN ? plain.substring(0, LONGEST_LOGIN) : plain;
    }
}
