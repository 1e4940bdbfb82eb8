package org.bihuan.app.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.accounts.Accounts;
import org.bihuan.app.accounts.FirstAdministrator;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.kernel.DivisionCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Makes the first administrator, with the token that the start wrote into a private file. Without it there is no such page. */
@Controller
@RequestMapping("/setup")
@Needs(Permission.PUBLIC)
class SetupPage {
    private final FirstAdministrator first;

    SetupPage(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String token, Model model) {
        if (!first.isGood(token)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("form", new SetupForm(token, Map.of(), Faults.NONE));
        return "accounts/setup";
    }

    @PostMapping
    String make(@RequestParam Map<String, String> values, HttpServletResponse response, Model model) {
        String token = values.getOrDefault("token", "");
        if (!first.isGood(token)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<DivisionCode> city =
                DivisionCode.parse(values.getOrDefault("city", "").strip());
        Faults faults = city.isEmpty()
                ? new Faults("city", "accounts.rule.city")
                : first.make(
                                token,
                                values.getOrDefault("login", "").strip(),
                                values.getOrDefault("name", ""),
                                values.getOrDefault("password", ""),
                                city.get())
                        .map(SetupPage::faults)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!faults.isAny()) {
            return "redirect:/login";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", new SetupForm(token, values, faults));
        return "accounts/setup";
    }

    private static Faults faults(Accounts.Change change) {
        Faults faults = Faults.of(change);
        return faults.isAbout("roles") ? new Faults("city", "accounts.rule.city") : faults;
    }
}
