package org.bihuan.app.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What a template needs to know of the request it answers. Every template takes one as its parameter {@code page}.
 * Belongs to one request.
 */
public final class Page {
    private final String path;
    private final Locale locale;
    private final MessageSource messages;
    private final UnaryOperator<String> assets;
    private final List<Navigation> navigation;
    private final ZoneId zone;
    private final Optional<CsrfToken> token;

    Page(
            String path,
            Locale locale,
            MessageSource messages,
            UnaryOperator<String> assets,
            List<Navigation> navigation,
            ZoneId zone,
            Optional<CsrfToken> token) {
        this.path = path;
        this.locale = locale;
        this.messages = messages;
        this.assets = assets;
        this.navigation = navigation;
        this.zone = zone;
        this.token = token;
    }

    /** The text of a key in the user's language; a key without a text is a fault of ours and throws. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The user's language as in HTML: {@code zh-CN} or {@code en}. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** This page in another language. */
    public String in(String language) {
        return "?lang=" + language;
    }

    /** The menu. */
    public List<Navigation> navigation() {
        return navigation;
    }

    /** Whether the menu's entry is the page shown. */
    public boolean shows(Navigation entry) {
        return entry.path().equals(path);
    }

    /** Address of a file below {@code static} or {@code /webjars}, with its version, to be kept by browsers. */
    public String asset(String file) {
        return assets.apply(file);
    }

    /** Headers that htmx adds to each request, as JSON: the token without which no change is accepted. */
    public String requestHeaders() {
        return token.map(it -> "{\"" + it.getHeaderName() + "\":\"" + it.getToken() + "\"}")
                .orElse("{}");
    }

    /** Name of the hidden field in a form that carries {@link #formToken}. */
    public String formTokenName() {
        return token.map(CsrfToken::getParameterName).orElse("_csrf");
    }

    /** Value of the hidden field in a form. */
    public String formToken() {
        return token.map(CsrfToken::getToken).orElse("");
    }

    /** An instant for people, in the zone of this installation: month, day, hour, minute. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofPattern(text("site.moment"), locale).format(instant.atZone(zone));
    }

    /** The same with year, second and offset, for the tooltip. */
    public String exactly(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT)
                .format(instant.atZone(zone));
    }
}
