package org.bihuan.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bihuan.app.accounts.Session;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Endpoints;
import org.bihuan.app.authority.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Lets a request through to a handler that says what it needs, when whoever asks has it; to no other. */
final class RightsInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler) {
            return true; // styles, scripts, icons; also what turns out not to be there
        }
        Optional<Permission> needs =
                handler instanceof HandlerMethod method ? Endpoints.needs(method) : Optional.empty();
        if (needs.isEmpty() || !isAllowed(needs.get())) {
            refuse(request, response);
            return false;
        }
        if (mustChange(request)
                && needs.get() != Permission.PUBLIC
                && !request.getRequestURI().startsWith("/account")) {
            response.sendRedirect("/account#password");
            return false;
        }
        if (needs.get() != Permission.PUBLIC && hasNothingInIt(request)) {
            refuseNothing(request, response);
            return false;
        }
        return true;
    }

    /** U+0000 stands for no character, and no text of the database may hold it. */
    private static boolean hasNothingInIt(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf('\0') >= 0);
    }

    private static void refuseNothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().startsWith("/api/")) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        new Refusal(
                        HttpServletResponse.SC_BAD_REQUEST,
                        "value.nothing",
                        "parameter",
                        null,
                        "参数里有空字符(U+0000)。请删去它。",
                        "A parameter has a character that is none (U+0000). Take it out.")
                .write(request, response);
    }

    private static boolean isAllowed(Permission needed) {
        return needed == Permission.PUBLIC
                || Asking.asker().filter(asker -> asker.may(needed)).isPresent();
    }

    private static boolean mustChange(HttpServletRequest request) {
        return request.getAttribute("session") instanceof Session session && session.mustChange();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().startsWith("/api/")) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        new Refusal(
                        HttpServletResponse.SC_FORBIDDEN,
                        "not-your-role",
                        "path",
                        request.getRequestURI(),
                        "您的角色不能使用这个地址。请换一个角色,或请管理员授权。",
                        "Your role may not use this address. Change to another role, or ask an administrator.")
                .write(request, response);
    }
}
