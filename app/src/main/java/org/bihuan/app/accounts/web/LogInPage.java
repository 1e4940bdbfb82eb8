package org.bihuan.app.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.accounts.LogIn;
import org.bihuan.app.accounts.OidcSettings;
import org.bihuan.app.accounts.Session;
import org.bihuan.app.accounts.SessionCookie;
import org.bihuan.app.accounts.Sessions;
import org.bihuan.app.accounts.ShownAccounts;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.site.OwnAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** In and out. */
@Controller
@Needs(Permission.PUBLIC)
class LogInPage {
    private final LogIn logIn;
    private final Sessions sessions;
    private final List<ShownAccounts.Shown> shown;
    private final OidcSettings elsewhere;

    LogInPage(LogIn logIn, Sessions sessions, ObjectProvider<ShownAccounts> shown, OidcSettings elsewhere) {
        this.elsewhere = elsewhere;
        this.logIn = logIn;
        this.sessions = sessions;
        this.shown = Optional.ofNullable(shown.getIfAvailable())
                .map(ShownAccounts::accounts)
                .orElse(List.of());
    }

    @GetMapping("/login")
    String show(@RequestParam(defaultValue = "") String back, Model model) {
        return page(new LogInForm(OwnAddress.or(back, "/"), "", "", 0, shown), model);
    }

    @PostMapping("/login")
    String logIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String back,
            @RequestHeader(value = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LogIn.Result result = logIn.withPassword(login, password, request.getRemoteAddr(), agent);
        return answer(result, login, back, request, response, model);
    }

    @PostMapping("/login/code")
    String code(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String back,
            @RequestHeader(value = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String token = SessionCookie.find(request, SessionCookie.CODE).orElse("");
        LogIn.Result result = logIn.withCode(token, code, request.getRemoteAddr(), agent);
        if (result instanceof LogIn.Result.Wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("form", new LogInForm(OwnAddress.or(back, "/"), "", "wrong", 0, List.of()));
            return "accounts/code";
        }
        return answer(result, "", back, request, response, model);
    }

    private String answer(
            LogIn.Result result,
            String login,
            String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String to = OwnAddress.or(back, "/");
        return switch (result) {
            case LogIn.Result.In in -> {
                SessionCookie.set(request, response, SessionCookie.SESSION, in.token());
                SessionCookie.remove(request, response, SessionCookie.CODE);
                yield "redirect:" + to;
            }
            case LogIn.Result.CodeNeeded needed -> {
                SessionCookie.set(request, response, SessionCookie.CODE, needed.token());
                model.addAttribute("form", new LogInForm(to, login, "", 0, List.of()));
                yield "accounts/code";
            }
            case LogIn.Result.Wrong _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(new LogInForm(to, login, "wrong", 0, shown), model);
            }
            case LogIn.Result.Locked locked -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, Long.toString(locked.left().toSeconds() + 1));
                yield page(new LogInForm(to, login, "locked", locked.left().toSeconds() / 60 + 1, shown), model);
            }
        };
    }

    private String page(LogInForm form, Model model) {
        if (elsewhere.isOn()) {
            model.addAttribute("elsewhere", elsewhere);
        }
        model.addAttribute("form", form);
        return "accounts/login";
    }

    @PostMapping("/logout")
    String logOut(
            @RequestAttribute(required = false) @org.jspecify.annotations.Nullable Session session,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (session != null) {
            sessions.end(session.asker().account(), session.id());
        }
        SessionCookie.remove(request, response, SessionCookie.SESSION);
        return "redirect:/login";
    }
}
