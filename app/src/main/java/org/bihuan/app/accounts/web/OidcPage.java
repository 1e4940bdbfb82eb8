package org.bihuan.app.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.accounts.LogIn;
import org.bihuan.app.accounts.OidcLogIn;
import org.bihuan.app.accounts.OidcSettings;
import org.bihuan.app.accounts.SessionCookie;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.site.OwnAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** To the other place where people log in, and back. */
@Controller
@Needs(Permission.PUBLIC)
class OidcPage {
    private static final String RETURN = "/login/oidc/back";

    private final OidcLogIn logIn;
    private final OidcSettings settings;

    OidcPage(OidcLogIn logIn, OidcSettings settings) {
        this.logIn = logIn;
        this.settings = settings;
    }

    @GetMapping("/login/oidc")
    Object begin(
            @RequestParam(defaultValue = "") String back,
            @RequestHeader(value = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requireOn();
        Optional<OidcLogIn.Begun> begun = logIn.begin(OwnAddress.or(back, "/"), returnAddress(), agent);
        if (begun.isEmpty()) {
            response.setStatus(HttpStatus.BAD_GATEWAY.value());
            return page("unreachable", back, model);
        }
        SessionCookie.setForReturn(request, response, begun.get().token());
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(begun.get().address()))
                .build();
    }

    /** The browser comes back; the page that answers goes on by itself, since a browser sent by another site shows no cookie. */
    @GetMapping(RETURN)
    String end(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestHeader(value = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requireOn();
        String token = SessionCookie.find(request, SessionCookie.ELSEWHERE).orElse("");
        OidcLogIn.Ended ended = logIn.end(token, code, state, returnAddress(), request.getRemoteAddr(), agent);
        String back = OwnAddress.or(ended.back(), "/");
        return switch (ended.result()) {
            case LogIn.Result.In in -> {
                SessionCookie.set(request, response, SessionCookie.SESSION, in.token());
                response.setHeader("Refresh", "0;url=" + back);
                model.addAttribute("to", back);
                yield "accounts/goes-on";
            }
            case LogIn.Result.CodeNeeded needed -> {
                SessionCookie.set(request, response, SessionCookie.CODE, needed.token());
                model.addAttribute("form", new LogInForm(back, "", "", 0, List.of()));
                yield "accounts/code";
            }
            case LogIn.Result.Wrong _, LogIn.Result.Locked _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page("elsewhere", back, model);
            }
        };
    }

    private void requireOn() {
        if (!settings.isOn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static String returnAddress() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(RETURN)
                .build()
                .toUriString();
    }

    private String page(String fault, String back, Model model) {
        model.addAttribute("elsewhere", settings);
        model.addAttribute("form", new LogInForm(OwnAddress.or(back, "/"), "", fault, 0, List.of()));
        return "accounts/login";
    }
}
