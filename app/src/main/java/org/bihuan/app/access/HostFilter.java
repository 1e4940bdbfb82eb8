package org.bihuan.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only to the server's own names. A foreign site whose name was pointed at 127.0.0.1 (DNS rebinding) sends
 * its own name and is turned away. The port is free, so that a tunnel works.
 */
final class HostFilter extends OncePerRequestFilter {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names;

    /** @param further names that it is reached by from other machines */
    HostFilter(Collection<String> further) {
        Set<String> all = new HashSet<>(NAMES);
        all.addAll(further);
        this.names = Set.copyOf(all);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader("Host");
        if (isOwn(host)) {
            chain.doFilter(request, response);
            return;
        }
        new Refusal(
                        HttpServletResponse.SC_MISDIRECTED_REQUEST,
                        "host-not-own",
                        "Host",
                        host,
                        "请用本服务自己的名字访问,例如 localhost 或 127.0.0.1。",
                        "Reach this server by a name of its own, such as localhost or 127.0.0.1.")
                .write(request, response);
    }

    private boolean isOwn(@Nullable String host) {
        return host != null && names.contains(host.replaceFirst(":[0-9]{1,5}$", ""));
    }
}
