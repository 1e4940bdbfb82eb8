package org.bihuan.app.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that carries a session's token: no script reads it, no other site sends it, and it ends with the browser. */
public final class SessionCookie {
    /** Of who is logged in. */
    public static final String SESSION = "bihuan-session";
    /** Between password and code. */
    public static final String CODE = "bihuan-code";

    /** Of a log-in that has gone elsewhere. */
    public static final String ELSEWHERE = "bihuan-elsewhere";

    private SessionCookie() {}

    /** The token that the browser sent. */
    public static Optional<String> find(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null || cookie.getValue().isEmpty() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    public static void set(HttpServletRequest request, HttpServletResponse response, String name, String token) {
        add(request, response, ResponseCookie.from(name, token));
    }

    /** The one cookie that comes back with a browser sent by another site: worth nothing but for the log-in under way. */
    public static void setForReturn(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(ELSEWHERE, token)
                        .path("/login/oidc")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }

    public static void remove(HttpServletRequest request, HttpServletResponse response, String name) {
        add(request, response, ResponseCookie.from(name, "").maxAge(Duration.ZERO));
    }

    private static void add(
            HttpServletRequest request, HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie.path("/")
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }
}
