package org.bihuan.app.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.UriUtils;

/** Makes the {@link Page} of a request. */
@Component
class PageFactory {
    private final MessageSource messages;
    private final ResourceUrlProvider assets;
    private final List<Navigation> navigation;
    private final ZoneId zone;

    PageFactory(
            MessageSource messages,
            ResourceUrlProvider assets,
            List<Navigation> navigation,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.messages = messages;
        this.assets = assets;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(Navigation::order))
                .toList();
        this.zone = zone;
    }

    Page of(HttpServletRequest request, Locale locale) {
        return new Page(path(request), locale, messages, this::asset, navigation, zone, token(request));
    }

    private static String path(HttpServletRequest request) {
        String failed = (String) request.getAttribute("jakarta.servlet.error.request_uri");
        return failed == null ? UriUtils.encodePath(request.getServletPath(), "UTF-8") : failed;
    }

    private static Optional<CsrfToken> token(HttpServletRequest request) {
        return Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    }

    private String asset(String file) {
        String versioned = assets.getForLookupPath(file);
        if (versioned == null) {
            throw new IllegalArgumentException("no such asset: " + file);
        }
        return versioned;
    }
}
