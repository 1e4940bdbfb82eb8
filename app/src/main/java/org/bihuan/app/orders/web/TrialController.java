package org.bihuan.app.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.orders.OrderRefused;
import org.bihuan.app.orders.Trial;
import org.bihuan.app.orders.Trials;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Trying a version of an order on everybody; figures only, nobody is named and nothing changes. */
@Controller
@Needs(Permission.SEE_ORDERS)
class TrialController {
    private final Trials trials;
    private final TrialPages pages;
    private final OrderPages orders;
    private final Clock clock;

    TrialController(Trials trials, TrialPages pages, OrderPages orders, Clock clock) {
        this.trials = trials;
        this.pages = pages;
        this.orders = orders;
        this.clock = clock;
    }

    @GetMapping("/what-if")
    String list(@RequestParam(defaultValue = "") String version, Model model) {
        model.addAttribute("shown", pages.all(version, ""));
        return "orders/trials";
    }

    @Needs(Permission.PROPOSE_ORDERS)
    @PostMapping("/what-if")
    String ask(
            @RequestParam UUID id,
            @RequestParam String version,
            @RequestParam(defaultValue = "") String against,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String at,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            Trial trial =
                    trials.ask(id, version, against, place(region), orders.moment(at, clock.instant()), Who.asks());
            return "redirect:/what-if/" + trial.id();
        } catch (OrderRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("shown", pages.all(version, OrderPages.message(e, locale)));
            return "orders/trials";
        }
    }

    /** The place that was chosen, null where none was; what is no place is not taken for everybody. */
    private static @Nullable DivisionCode place(String region) {
        return region.isEmpty()
                ? null
                : DivisionCode.parse(region)
                        .orElseThrow(() -> OrderPages.refusal(
                                "地区 " + region + " 不是区划代码：请从列表中选择",
                                "the region " + region + " is no code of a division: choose one of the list"));
    }

    @GetMapping("/what-if/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("shown", pages.one(trial(id)));
        return "orders/trial";
    }

    private Trial trial(UUID id) {
        return trials.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Needs(Permission.PROPOSE_ORDERS)
    @PostMapping("/what-if/{id}/stop")
    String stop(@PathVariable UUID id) {
        trials.stop(trial(id).id());
        return "redirect:/what-if/" + id;
    }
}
