package org.bihuan.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away changes that another web site sends to the API through a browser on this machine. The browser says where
 * a request comes from (Sec-Fetch-Site, Origin); and since a form can send neither JSON nor a header of our own, one
 * of the two is asked for, which makes the browser ask first and hear no.
 */
final class SameOriginFilter extends OncePerRequestFilter {
    static final String OWN_HEADER = "X-Bihuan-Client";
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Refusal> refusal = SAFE_METHODS.contains(request.getMethod()) ? Optional.empty() : refusal(request);
        if (refusal.isPresent()) {
            refusal.get().write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<Refusal> refusal(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site)) {
            return Optional.of(foreign("Sec-Fetch-Site", site));
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !origin.equals(request.getScheme() + "://" + request.getHeader("Host"))) {
            return Optional.of(foreign("Origin", origin));
        }
        if (request.getHeader(OWN_HEADER) == null && !isJson(request.getContentType())) {
            return Optional.of(new Refusal(
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "json-or-header-required",
                    "Content-Type",
                    request.getContentType(),
                    "请以 application/json 或 application/x-ndjson 提交,或带上 " + OWN_HEADER + " 请求头。",
                    "Send application/json or application/x-ndjson, or add the header " + OWN_HEADER + "."));
        }
        return Optional.empty();
    }

    private static Refusal foreign(String header, String value) {
        return new Refusal(
                HttpServletResponse.SC_FORBIDDEN,
                "other-origin",
                header,
                value,
                "不接受来自其他网站的提交。",
                "Changes sent by another web site are not accepted.");
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            String subtype = MediaType.parseMediaType(contentType).getSubtype();
            return subtype.equals("json") || subtype.equals("x-ndjson") || subtype.endsWith("+json");
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
