package org.bihuan.app.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Endpoints;
import org.bihuan.app.clock.TimeMachine;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<TimeMachine> timeMachine;
    private final Endpoints endpoints;

    PageFactory(
            MessageSource messages,
            ResourceUrlProvider assets,
            List<Navigation> navigation,
            @Value("${bihuan.zone}") ZoneId zone,
            ObjectProvider<TimeMachine> timeMachine,
            Endpoints endpoints) {
        this.messages = messages;
        this.assets = assets;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(Navigation::order))
                .toList();
        this.zone = zone;
        this.timeMachine = timeMachine;
        this.endpoints = endpoints;
    }

    Page of(HttpServletRequest request, Locale locale) {
        Optional<DemoTime> demoTime = Optional.ofNullable(timeMachine.getIfAvailable())
                .map(machine -> new DemoTime(machine.instant(), speed(machine.speed())));
        return new Page(
                path(request),
                query(request),
                locale,
                messages,
                this::asset,
                Asking.asker().isPresent() ? menu() : List.of(),
                zone,
                token(request),
                demoTime,
                this::opens);
    }

    /** What whoever asks may use. */
    private List<Navigation> menu() {
        return navigation.stream()
                .filter(entry -> opens(entry.path()) && entry.needs().stream().allMatch(Asking::may))
                .toList();
    }

    private boolean opens(String address) {
        int query = address.indexOf('?');
        return endpoints
                .ofPage(query < 0 ? address : address.substring(0, query))
                .filter(Asking::may)
                .isPresent();
    }

    private static String speed(double speed) {
        return speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed);
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
