package org.bihuan.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends people to the log-in and back to where they wanted to go; tells programs that they need a key. */
final class LogInFirst implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader("WWW-Authenticate", "Bearer");
            new Refusal(
                            HttpServletResponse.SC_UNAUTHORIZED,
                            "log-in-required",
                            "Authorization",
                            null,
                            "请先登录,或在 Authorization 请求头中给出服务密钥。",
                            "Log in first, or give a service key in the header Authorization.")
                    .write(request, response);
            return;
        }
        String wanted =
                request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        boolean again = request.getMethod().equals("GET") && !wanted.equals("/");
        String to = "/login" + (again ? "?back=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : "");
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", to);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendRedirect(to);
    }
}
