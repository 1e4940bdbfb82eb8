package org.bihuan.app.residents;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.vault.KeyedHash;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

/** Remembers for half an hour that somebody said rightly who they are. Thread-safe. */
@Component
class Visits {
    private static final String COOKIE = "bihuan-why";
    private static final Duration TIME = Duration.ofMinutes(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AppealStore store;
    private final KeyedHash hash;

    Visits(AppealStore store, KeyedHash hash) {
        this.store = store;
        this.hash = hash;
    }

    @Transactional(label = Asking.MACHINE)
    public void begin(HttpServletRequest request, HttpServletResponse response, UUID notice, Instant now) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.addVisit(hash.of("why-visit", key), notice, now.plus(TIME), now);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, key)
                        .path("/why")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }

    @Transactional(readOnly = true, label = Asking.MACHINE)
    public boolean isIn(HttpServletRequest request, UUID notice, Instant now) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && store.visits(hash.of("why-visit", cookie.getValue()), notice, now);
    }
}
