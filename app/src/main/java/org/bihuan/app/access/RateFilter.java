package org.bihuan.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bihuan.app.clock.WallClock;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one address from taking the server away from the others. This machine's own programs are not counted. */
final class RateFilter extends OncePerRequestFilter {
    private final RateLimit limit;
    private final WallClock clock;

    RateFilter(RateLimit limit, WallClock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        if (Reach.isLoopback(address) || limit.take(address, clock.instant())) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", "1");
        new Refusal(
                        429,
                        "too-many-requests",
                        "remote address",
                        address,
                        "请求太快,请稍后再试。",
                        "Too many requests from this address; try again in a moment.")
                .write(request, response);
    }
}
