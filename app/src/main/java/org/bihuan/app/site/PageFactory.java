package org.bihuan.app.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
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
    private final Menus menus;
    private final PageTime time;
    private final ClauseTexts clauses;
    private final ObjectProvider<OtherRoles> roles;

    PageFactory(
            MessageSource messages,
            ResourceUrlProvider assets,
            Menus menus,
            PageTime time,
            ObjectProvider<OtherRoles> roles,
            ClauseTexts clauses) {
        this.clauses = clauses;
        this.roles = roles;
        this.messages = messages;
        this.assets = assets;
        this.menus = menus;
        this.time = time;
    }

    Page of(HttpServletRequest request, Locale locale) {
        return new Page(
                path(request),
                query(request),
                locale,
                messages,
                this::asset,
                menus.menu(),
                time.zone(),
                time.now(),
                token(request),
                time.demo(),
                menus::opens,
                clauses::find,
                () -> Optional.ofNullable(roles.getIfAvailable())
                        .map(it -> it.choices().get())
                        .orElse(List.of()));
    }

    /** The address behind the question mark without the wish for a language; empty when it cannot be asked for again. */
    private static Optional<String> query(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return Optional.empty();
        }
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return Optional.of(Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("lang="))
                .collect(Collectors.joining("&")));
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
