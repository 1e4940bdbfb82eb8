package org.bihuan.app.accounts.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.accounts.Assignment;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.authority.Role;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.clock.WallClock;
import org.bihuan.kernel.DivisionCode;
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

/** Keys of machines, for administrators. A key is shown once, on the answer to the form that made it. */
@Controller
@RequestMapping("/accounts/keys")
@Needs(Permission.MANAGE_ACCOUNTS)
class KeysPage {
    private static final int LONGEST_DAYS = 366;
    private static final int LONGEST_NAME = 60;

    private final ServiceKeys keys;
    private final WallClock clock;

    KeysPage(ServiceKeys keys, WallClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        return page(Map.of("days", "90"), "", Faults.NONE, model);
    }

    @PostMapping
    Object add(@RequestParam Map<String, String> values, Model model) {
        String name = values.getOrDefault("name", "").strip();
        Role role = Roles.builtIn().find(values.getOrDefault("role", "")).orElse(null);
        DivisionCode own = Asking.asker().orElseThrow().region();
        Optional<DivisionCode> region =
                DivisionCode.parse(values.getOrDefault("region", "").strip()).filter(own::contains);
        int days = days(values.getOrDefault("days", ""));
        Faults faults =
                name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)
                        ? new Faults("name", "accounts.rule.name")
                        : role == null || role.isAlone() || region.isEmpty()
                                ? new Faults("region", "accounts.rule.key.region")
                                : days == 0 ? new Faults("days", "accounts.rule.key.days") : Faults.NONE;
        if (role == null || region.isEmpty() || faults.isAny()) {
            return new ModelAndView(page(values, "", faults, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String key = keys.add(name, new Assignment(role, region.get()), Duration.ofDays(days), by());
        return page(Map.of("days", "90"), key, Faults.NONE, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id) {
        if (keys.list().stream().noneMatch(key -> key.id().equals(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        keys.revoke(id, by());
        return "redirect:/accounts/keys";
    }

    private String page(Map<String, String> values, String fresh, Faults faults, Model model) {
        List<Role> roles =
                Roles.builtIn().all().stream().filter(role -> !role.isAlone()).toList();
        model.addAttribute("form", new KeyForm(keys.list(), roles, values, fresh, clock.instant(), faults));
        return "accounts/keys";
    }

    private static int days(String text) {
        try {
            int days = Integer.parseInt(text.strip());
            return days < 1 || days > LONGEST_DAYS ? 0 : days;
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static String by() {
        return Asking.asker().map(Asker::login).orElseThrow();
    }
}
