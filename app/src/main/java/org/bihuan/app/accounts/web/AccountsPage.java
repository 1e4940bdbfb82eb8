package org.bihuan.app.accounts.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.accounts.Account;
import org.bihuan.app.accounts.AccountLinks;
import org.bihuan.app.accounts.Accounts;
import org.bihuan.app.accounts.Assignment;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.authority.Role;
import org.bihuan.app.authority.Roles;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** Accounts, for administrators. */
@Controller
@RequestMapping("/accounts")
@Needs(Permission.MANAGE_ACCOUNTS)
class AccountsPage {
    private static final int PAGE = 50;
    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 20;
    private static final int STREET = 4;

    private final Accounts accounts;
    private final AccountLinks links;

    AccountsPage(Accounts accounts, AccountLinks links) {
        this.accounts = accounts;
        this.links = links;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        List<Account> page = accounts.list(q.replace("\0", "").strip(), after.replace("\0", ""), PAGE + 1);
        List<Account> shown = page.size() > PAGE ? page.subList(0, PAGE) : page;
        String next = page.size() > PAGE
                ? "/accounts?q=" + UriUtils.encode(q, StandardCharsets.UTF_8) + "&after="
                        + shown.getLast().login()
                : "";
        model.addAttribute("list", new AccountList(shown, q, next, done));
        return "accounts/list";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(null, Map.of(), Faults.NONE, "", model);
    }

    @PostMapping
    Object add(@RequestParam Map<String, String> values, Model model) {
        Optional<List<Assignment>> assignments = assignments(values);
        Accounts.Change change = assignments.isEmpty()
                ? new Accounts.Change.Refused("roles", "accounts.rule.region")
                : accounts.add(
                        values.getOrDefault("login", "").strip(),
                        values.getOrDefault("name", ""),
                        values.getOrDefault("password", ""),
                        assignments.get(),
                        true,
                        by());
        return change instanceof Accounts.Change.Done done
                ? "redirect:/accounts/" + done.account() + "?done=added"
                : wrong(null, values, change, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        Account account = account(id);
        return form(account, values(account), Faults.NONE, done, model);
    }

    /** What the form holds as the account stands. */
    private Map<String, String> values(Account account) {
        Map<String, String> values = new HashMap<>();
        values.put("name", account.name());
        values.put("subject", links.subject(account.id()).orElse(""));
        values.put("person", links.hasPerson(account.id()) ? "yes" : "");
        values.put("enabled", account.disabledAt() == null ? "yes" : "");
        for (int i = 0; i < account.assignments().size(); i++) {
            values.put("role" + i, account.assignments().get(i).role().id());
            values.put("region" + i, account.assignments().get(i).region().toString());
        }
        return values;
    }

    @PostMapping("/{id}")
    Object edit(@PathVariable UUID id, @RequestParam Map<String, String> values, Model model) {
        Account account = account(id);
        Optional<List<Assignment>> assignments = assignments(values);
        Accounts.Change change = assignments.isEmpty()
                ? new Accounts.Change.Refused("roles", "accounts.rule.region")
                : accounts.edit(
                        account,
                        values.getOrDefault("name", ""),
                        assignments.get(),
                        values.containsKey("enabled"),
                        by());
        return change instanceof Accounts.Change.Done
                ? "redirect:/accounts/" + id + "?done=changed"
                : wrong(account, values, change, model);
    }

    @PostMapping("/{id}/password")
    Object reset(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String factor,
            Model model) {
        Account account = account(id);
        Accounts.Change change = accounts.reset(account, password, !factor.isEmpty(), by());
        if (change instanceof Accounts.Change.Done) {
            return "redirect:/accounts/" + id + "?done=reset";
        }
        return wrong(account, values(account), change, model);
    }

    /** Who the account's user is elsewhere. */
    @PostMapping("/{id}/link")
    Object link(@PathVariable UUID id, @RequestParam(defaultValue = "") String subject, Model model) {
        Account account = account(id);
        Accounts.Change change = links.link(account, subject, by());
        return change instanceof Accounts.Change.Done
                ? "redirect:/accounts/" + id + "?done=linked"
                : wrong(account, values(account), change, model);
    }

    /** Which person the account's user is. */
    @PostMapping("/{id}/person")
    Object person(@PathVariable UUID id, @RequestParam(defaultValue = "") String document, Model model) {
        Account account = account(id);
        Accounts.Change change = links.setPerson(account, document, by());
        return change instanceof Accounts.Change.Done
                ? "redirect:/accounts/" + id + "?done=linked"
                : wrong(account, values(account), change, model);
    }

    private Object wrong(
            @org.jspecify.annotations.Nullable Account account,
            Map<String, String> values,
            Accounts.Change change,
            Model model) {
        String view = form(account, values, Faults.of(change), "", model);
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String form(
            @org.jspecify.annotations.Nullable Account account,
            Map<String, String> values,
            Faults faults,
            String done,
            Model model) {
        int filled = account == null ? 0 : account.assignments().size();
        model.addAttribute(
                "form",
                new AccountForm(
                        account,
                        values,
                        Roles.builtIn().all(),
                        places(),
                        Math.min(MOST_ROWS, Math.max(LEAST_ROWS, filled + 1)),
                        faults,
                        done,
                        links.isOidcOn()));
        return "accounts/edit";
    }

    /** The administrator's city, its counties and streets; a village is typed by its code. */
    private static List<AccountForm.Place> places() {
        DivisionCode city = Asking.asker().orElseThrow().region();
        List<AccountForm.Place> places = new ArrayList<>();
        for (int level = city.level(); level <= STREET; level++) {
            Divisions.load()
                    .list(level, city)
                    .forEach(code -> places.add(new AccountForm.Place(
                            code.toString(), Divisions.load().fullName(code))));
        }
        return places;
    }

    /** The roles that were filled in; empty when a region is none, or lies outside of the administrator's. */
    private static Optional<List<Assignment>> assignments(Map<String, String> values) {
        List<Assignment> assignments = new ArrayList<>();
        DivisionCode own = Asking.asker().orElseThrow().region();
        for (int i = 0; i < MOST_ROWS; i++) {
            Role role =
                    Roles.builtIn().find(values.getOrDefault("role" + i, "")).orElse(null);
            if (role == null) {
                continue;
            }
            Optional<DivisionCode> region = DivisionCode.parse(
                            values.getOrDefault("region" + i, "").strip())
                    .filter(own::contains);
            if (region.isEmpty()) {
                return Optional.empty();
            }
            assignments.add(new Assignment(role, region.get()));
        }
        return Optional.of(assignments.stream().distinct().toList());
    }

    private Account account(UUID id) {
        return accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String by() {
        return Asking.asker().map(Asker::login).orElseThrow();
    }
}
