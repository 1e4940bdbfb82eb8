package org.bihuan.app.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.bihuan.app.accounts.Account;
import org.bihuan.app.accounts.Accounts;
import org.bihuan.app.accounts.SecondFactors;
import org.bihuan.app.accounts.Session;
import org.bihuan.app.accounts.SessionCookie;
import org.bihuan.app.accounts.Sessions;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One's own account: password, second factor, sessions, and in which role to go on. A machine's key has none. */
@Controller
@RequestMapping("/account")
@Needs(Permission.SELF)
class AccountPage {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondFactors factors;

    AccountPage(Accounts accounts, Sessions sessions, SecondFactors factors) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
    }

    /** The session found before; a key has none and no account to look at. */
    @org.springframework.web.bind.annotation.ModelAttribute("mine")
    Session mine(@RequestAttribute(required = false) @org.jspecify.annotations.Nullable Session session) {
        if (session == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return session;
    }

    @GetMapping
    String show(
            @RequestAttribute Session session,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Model model) {
        return page(session, Faults.NONE, done, request, model);
    }

    @PostMapping("/password")
    String password(
            @RequestAttribute Session session,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Faults faults = fresh.equals(again)
                ? Faults.of(accounts.changePassword(session, old, fresh))
                : new Faults("again", "accounts.rule.again");
        return faults.isAny() ? wrong(session, faults, request, response, model) : "redirect:/account?done=password";
    }

    @PostMapping("/second-factor")
    String confirm(
            @RequestAttribute Session session,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return factors.confirm(session, token(request), code)
                ? "redirect:/account?done=factor-on"
                : wrong(session, new Faults("code", "accounts.code.wrong"), request, response, model);
    }

    @PostMapping("/second-factor/off")
    String remove(
            @RequestAttribute Session session,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return factors.remove(session, password)
                ? "redirect:/account?done=factor-off"
                : wrong(session, new Faults("off", "accounts.rule.old"), request, response, model);
    }

    @PostMapping("/sessions/{id}/end")
    String end(@RequestAttribute Session session, @PathVariable UUID id) {
        if (!sessions.end(session.asker().account(), id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/account?done=ended";
    }

    @PostMapping("/role")
    String act(@RequestAttribute Session session, @RequestParam(defaultValue = "") String as) {
        account(session).assignments().stream()
                .filter(each -> each.key().equals(as))
                .findFirst()
                .ifPresentOrElse(each -> sessions.act(session, each), () -> {
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                });
        return "redirect:/";
    }

    private String wrong(
            Session session, Faults faults, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(session, faults, "", request, model);
    }

    private String page(Session session, Faults faults, String done, HttpServletRequest request, Model model) {
        Account account = account(session);
        SecondFactors.Offer offer = account.hasSecondFactor() ? null : factors.offer(session, token(request));
        model.addAttribute(
                "view",
                new AccountView(
                        account,
                        session.asker().role().id() + "@" + session.asker().region(),
                        session.id(),
                        sessions.list(account.id()),
                        offer,
                        offer == null ? null : QrCode.of(offer.address()),
                        faults,
                        done));
        return "accounts/account";
    }

    private Account account(Session session) {
        return accounts.find(session.asker().account()).orElseThrow();
    }

    private static String token(HttpServletRequest request) {
        return SessionCookie.find(request, SessionCookie.SESSION).orElse("");
    }
}
