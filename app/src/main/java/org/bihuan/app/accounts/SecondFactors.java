package org.bihuan.app.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bihuan.app.clock.WallClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turning the second factor on and off, by whose it is. Thread-safe. */
@Service
public class SecondFactors {
    static final int SECRET_BYTES = 20;

    private final AccountStore store;
    private final AttemptStore events;
    private final Passwords passwords;
    private final FactorSeals seals;
    private final WallClock clock;

    SecondFactors(AccountStore store, AttemptStore events, Passwords passwords, FactorSeals seals, WallClock clock) {
        this.seals = seals;
        this.store = store;
        this.events = events;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * A secret to put into an authenticator.
     *
     * @param text as it is typed
     * @param address as a QR code carries it
     */
    public record Offer(String text, String address) {}

    /**
     * The secret offered in this session: made from its token, which only the browser has, so that nothing needs keeping
     * until it is confirmed.
     */
    public Offer offer(Session session, String token) {
        String text = Totp.base32(secret(session, token));
        String label = URLEncoder.encode("闭环 Bihuan:" + session.asker().login(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return new Offer(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=Bihuan");
    }

    /** Turns it on when the code is right: then the secret has arrived. */
    @Transactional
    public boolean confirm(Session session, String token, String code) {
        Instant now = clock.instant();
        byte[] secret = secret(session, token);
        OptionalLong step = Totp.match(secret, code, now.getEpochSecond(), 0);
        if (step.isEmpty()) {
            return false;
        }
        store.setSecondFactor(
                session.asker().account(), seals.seal(session.asker().account(), secret), step.getAsLong());
        events.event(
                "second-factor-on", session.asker().login(), session.asker().login(), session.address(), "", now);
        return true;
    }

    /** Turns it off when the password is right. */
    @Transactional
    public boolean remove(Session session, String password) {
        AccountStore.Secret secret = store.secret(session.asker().account()).orElseThrow();
        if (!passwords.matches(password, secret.password())) {
            return false;
        }
        store.setSecondFactor(secret.id(), null, 0);
        seals.forget(secret.id());
        events.event(
                "second-factor-off",
                session.asker().login(),
                session.asker().login(),
                session.address(),
                "",
                clock.instant());
        return true;
    }

    private static byte[] secret(Session session, String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] bytes =
                    mac.doFinal(("second factor of " + session.asker().account()).getBytes(StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(bytes, SECRET_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
