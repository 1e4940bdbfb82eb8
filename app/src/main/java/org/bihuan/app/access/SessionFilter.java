package org.bihuan.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.accounts.Session;
import org.bihuan.app.accounts.SessionCookie;
import org.bihuan.app.accounts.Sessions;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.identity.Kinship;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, from the cookie of their session or the key of a machine, and says so for as long as the request is answered. */
final class SessionFilter extends OncePerRequestFilter {
    private static final String PURPOSE = "X-Bihuan-Purpose";
    private static final int LONGEST_PURPOSE = 200;

    /** Sent by a page that looks again by itself. */
    private static final String BACKGROUND = "X-Bihuan-Background";

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ServiceKeys keys;
    private final Kinship kinship;

    SessionFilter(Sessions sessions, ServiceKeys keys, Kinship kinship) {
        this.kinship = kinship;
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Asker> asker = asker(request);
        if (asker.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new PreAuthenticatedAuthenticationToken(asker.get().login(), "", List.of()));
        SecurityContextHolder.setContext(context);
        try {
            Asking.as(asker.get(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Optional<Asker> asker(HttpServletRequest request) {
        String key = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (key != null && key.startsWith(BEARER)) {
            return keys.find(key.substring(BEARER.length())).map(asker -> asker.forPurpose(purpose(request)));
        }
        Optional<Session> session = SessionCookie.find(request, SessionCookie.SESSION)
                .flatMap(token -> sessions.find(
                        token,
                        request.getRemoteAddr(),
                        Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                                .orElse(""),
                        request.getHeader(BACKGROUND) != null));
        session.ifPresent(found -> request.setAttribute("session", found));
        return session.map(found -> found.asker()
                .forPurpose(purpose(request))
                .withKin(kinship.of(found.person(), found.asker().name())));
    }

    private static String purpose(HttpServletRequest request) {
        String purpose = Optional.ofNullable(request.getHeader(PURPOSE)).orElse("");
        return purpose.length() > LONGEST_PURPOSE ? purpose.substring(0, LONGEST_PURPOSE) : purpose;
    }

    /** The error page, too, knows who asked. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
