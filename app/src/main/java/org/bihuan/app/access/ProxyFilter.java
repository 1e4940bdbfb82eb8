package org.bihuan.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Believes what a trusted proxy says about whom it speaks for and how it was reached, and nobody else. Where there are
 * such proxies, what comes past them unencrypted is turned away.
 */
final class ProxyFilter extends OncePerRequestFilter {
    private final List<IpAddressMatcher> trusted;

    ProxyFilter(List<String> proxies) {
        this.trusted = proxies.stream().map(IpAddressMatcher::new).toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String peer = request.getRemoteAddr();
        if (trusted.isEmpty() || request.isSecure()) {
            chain.doFilter(request, response);
        } else if (isTrusted(peer)) {
            chain.doFilter(new Forwarded(request, client(request, peer)), response);
        } else if (Reach.isLoopback(peer)) {
            chain.doFilter(request, response);
        } else {
            new Refusal(
                            HttpServletResponse.SC_FORBIDDEN,
                            "past-the-proxy",
                            "remote address",
                            peer,
                            "请通过前置代理访问。",
                            "Reach this server through its proxy.")
                    .write(request, response);
        }
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(each -> each.matches(address));
    }

    /** The nearest address that is no proxy of ours: what stands farther left anybody can have written. */
    private String client(HttpServletRequest request, String peer) {
        String header = request.getHeader("X-Forwarded-For");
        if (header == null) {
            return peer;
        }
        String[] hops = header.split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (!hop.matches("[0-9a-fA-F.:]{2,45}")) {
                return peer;
            }
            if (!isTrusted(hop)) {
                return hop;
            }
        }
        return peer;
    }

    /** The request as the proxy got it. */
    private static final class Forwarded extends HttpServletRequestWrapper {
        private final String client;
        private final boolean secure;

        Forwarded(HttpServletRequest request, String client) {
            super(request);
            this.client = client;
            String scheme = request.getHeader("X-Forwarded-Proto");
            this.secure = scheme != null && scheme.toLowerCase(Locale.ROOT).equals("https");
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : super.getScheme();
        }
    }
}
