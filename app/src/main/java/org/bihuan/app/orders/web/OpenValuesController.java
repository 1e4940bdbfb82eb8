package org.bihuan.app.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.orders.OrderRefused;
import org.bihuan.app.orders.ValueProposal;
import org.bihuan.app.orders.ValueProposals;
import org.bihuan.app.rules.Filling;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Values that a text leaves empty: proposed, approved by two others, set. */
@Controller
@Needs(Permission.SEE_ORDERS)
class OpenValuesController {
    private final Versions versions;
    private final Filling filling;
    private final ValueProposals proposals;
    private final OrderPages pages;
    private final Clock clock;

    OpenValuesController(Versions versions, Filling filling, ValueProposals proposals, OrderPages pages, Clock clock) {
        this.versions = versions;
        this.filling = filling;
        this.proposals = proposals;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/orders/{id}/open-values")
    String show(@PathVariable("id") String pack, @RequestParam(defaultValue = "") String version, Model model) {
        return page(version(pack, version), "", model);
    }

    /** The one asked for, or the latest. */
    private PackVersion version(String pack, String hash) {
        return versions.list(pack).stream()
                .filter(each -> hash.isEmpty() || each.hash().equals(hash))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(PackVersion version, String error, Model model) {
        model.addAttribute(
                "shown",
                new OpenValuesPage(
                        version,
                        versions.pack(version.hash()).manifest().titles(),
                        filling.open(version.hash()),
                        proposals.list(version.pack()),
                        Who.asks(),
                        Asking.may(Permission.PROPOSE_ORDERS),
                        Asking.may(Permission.APPROVE_ORDERS),
                        UUID.randomUUID(),
                        error));
        return "orders/open-values";
    }

    @Needs(Permission.PROPOSE_ORDERS)
    @PostMapping("/orders/{id}/open-values")
    String propose(
            @PathVariable("id") String pack,
            @RequestParam("id") UUID wish,
            @RequestParam String version,
            @RequestParam String parameter,
            @RequestParam String value,
            @RequestParam(defaultValue = "") String from,
            @RequestParam String reason,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        PackVersion shown = version(pack, version);
        return act(
                shown,
                () -> proposals.propose(
                        wish, shown.hash(), parameter, value, pages.moment(from, clock.instant()), reason, Who.asks()),
                response,
                locale,
                model);
    }

    @Needs(Permission.APPROVE_ORDERS)
    @PostMapping("/open-values/{id}/approve")
    String approve(@PathVariable UUID id, HttpServletResponse response, Locale locale, Model model) {
        return act(shown(id), () -> proposals.approve(id, Who.asks()), response, locale, model);
    }

    @Needs(Permission.PROPOSE_ORDERS)
    @PostMapping("/open-values/{id}/withdraw")
    String withdraw(@PathVariable UUID id, HttpServletResponse response, Locale locale, Model model) {
        return act(shown(id), () -> proposals.withdraw(id), response, locale, model);
    }

    private PackVersion shown(UUID id) {
        ValueProposal proposal =
                proposals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return version(proposal.pack(), proposal.hash());
    }

    private String act(PackVersion shown, Runnable wish, HttpServletResponse response, Locale locale, Model model) {
        try {
            wish.run();
            return "redirect:/orders/" + shown.pack() + "/open-values?version=" + shown.hash();
        } catch (OrderRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(shown, OrderPages.message(e, locale), model);
        }
    }
}
