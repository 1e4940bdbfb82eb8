package org.bihuan.app.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.clock.WallClock;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets people in whom another place knows. It says who they are and nothing else: the account is one that an administrator
 * has linked, and role and region are ours. Whatever is refused is written down with its reason. Thread-safe.
 */
@Service
public class OidcLogIn {
    private static final Duration WAITS = Duration.ofMinutes(10);
    private static final int LONGEST = 200;

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final OidcStore store;
    private final LogIn logIn;
    private final AttemptStore events;
    private final TransactionTemplate transaction;
    private final WallClock clock;

    OidcLogIn(
            OidcSettings settings,
            OidcProvider provider,
            OidcStore store,
            LogIn logIn,
            AttemptStore events,
            TransactionTemplate transaction,
            WallClock clock) {
        this.settings = settings;
        this.provider = provider;
        this.store = store;
        this.logIn = logIn;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A log-in that goes elsewhere: the token for a cookie, and where to. */
    public record Begun(String token, String address) {}

    /** What came of it, and where whoever it is wanted to go. */
    public record Ended(LogIn.Result result, String back) {}

    /**
     * Begins; empty when the other place cannot be reached.
     *
     * @param redirect where the browser comes back to
     */
    public Optional<Begun> begin(String back, String redirect, String agent) {
        OidcStore.Pending pending =
                new OidcStore.Pending(Tokens.fresh(), Tokens.fresh(), Tokens.fresh(), back, cut(agent));
        try {
            String address = provider.address(pending, redirect);
            String token = Tokens.fresh();
            transaction.executeWithoutResult(_ -> {
                Instant now = clock.instant();
                store.clean(now.minus(WAITS));
                store.add(Tokens.hash(token), pending, now);
            });
            return Optional.of(new Begun(token, address));
        } catch (OidcRefused e) {
            refused(e.code(), "", "");
            return Optional.empty();
        }
    }

    /** Ends what was begun under the token. It is worth nothing afterwards, whatever comes of it. */
    public Ended end(String token, String code, String state, String redirect, String address, String agent) {
        Optional<OidcStore.Pending> taken = Optional.ofNullable(transaction.execute(_ -> {
                    store.clean(clock.instant().minus(WAITS));
                    return store.take(Tokens.hash(token)).orElse(null);
                }))
                .filter(pending -> pending.agent().equals(cut(agent)) && Tokens.areEqual(pending.state(), state));
        if (taken.isEmpty() || code.isEmpty()) {
            return new Ended(refused("state", "", address), "/");
        }
        try {
            OidcUser user = provider.user(taken.get(), redirect, code, state);
            return new Ended(known(user, address, agent), taken.get().back());
        } catch (OidcRefused e) {
            return new Ended(refused(e.code(), "", address), taken.get().back());
        }
    }

    private LogIn.Result known(OidcUser user, String address, String agent) {
        String subject = Objects.toString(user.getSubject(), "");
        Optional<UUID> account = store.account(settings.issuer(), subject);
        if (account.isEmpty()) {
            return refused("unlinked", cut(subject), address);
        }
        List<String> methods =
                Optional.ofNullable(user.getClaimAsStringList("amr")).orElse(List.of());
        boolean isStrong = !Collections.disjoint(methods, settings.strong());
        return logIn.known(account.get(), isStrong, address, agent);
    }

    private LogIn.Result refused(String code, String subject, String address) {
        transaction.executeWithoutResult(
                _ -> events.event("oidc-refused", subject, "oidc", address, code, clock.instant()));
        return new LogIn.Result.Wrong();
    }

    private static String cut(String text) {
        String plain = text.replace("\0", "");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
