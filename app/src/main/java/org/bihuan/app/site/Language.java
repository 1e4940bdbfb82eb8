package org.bihuan.app.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of an answer: what {@code ?lang=} asks for (and a cookie then remembers), else the cookie's, else the
 * first of the browser's that there is, else Chinese.
 */
class Language implements LocaleResolver, HandlerInterceptor {
    static final List<Locale> SUPPORTED = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final String NAME = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return supported(request.getParameter(NAME))
                .or(() -> supported(cookie == null ? null : cookie.getValue()))
                .or(() -> ofBrowser(request))
                .orElse(SUPPORTED.getFirst());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        supported(request.getParameter(NAME)).ifPresent(locale -> {
            ResponseCookie cookie = ResponseCookie.from(NAME, locale.toLanguageTag())
                    .path("/")
                    .maxAge(REMEMBERED)
                    .httpOnly(true)
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        });
        return true;
    }

    /** Without the header the servlet container would answer with the machine's own language. */
    private static Optional<Locale> ofBrowser(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wish -> supported(wish.getLanguage()).stream())
                .findFirst();
    }

    /** The supported locale of that language, whatever the country. */
    private static Optional<Locale> supported(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String language = Locale.forLanguageTag(tag).getLanguage();
        return SUPPORTED.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen with ?lang=");
    }
}
