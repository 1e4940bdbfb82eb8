package org.bihuan.app.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.orders.OrderRefused;
import org.bihuan.app.orders.Previews;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.orders.Proposals;
import org.bihuan.kernel.DivisionCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Changes of orders: dry run, approvals, progress, result file. */
@Controller
@Needs(Permission.SEE_ORDERS)
class ProposalsController {
    private static final int PAGE = 100;

    private final Proposals proposals;
    private final Previews previews;
    private final ProposalPages pages;
    private final OrderPages orders;
    private final Clock clock;

    ProposalsController(Proposals proposals, Previews previews, ProposalPages pages, OrderPages orders, Clock clock) {
        this.proposals = proposals;
        this.previews = previews;
        this.pages = pages;
        this.orders = orders;
        this.clock = clock;
    }

    @Needs(Permission.PROPOSE_ORDERS)
    @PostMapping("/proposals")
    String propose(
            @RequestParam UUID id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "0") long edition,
            @RequestParam(defaultValue = "") String from,
            @RequestParam String reason,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            Instant at = orders.moment(from, clock.instant());
            Proposal proposal = edition > 0
                    ? proposals.lists(id, edition, reason, Who.asks())
                    : version.isEmpty()
                            ? proposals.rejudgement(id, pack, reason, Who.asks())
                            : proposals.activation(id, version, at, reason, Who.asks());
            return "redirect:/proposals/" + proposal.id();
        } catch (OrderRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("shown", orders.all(OrderPages.message(e, locale)));
            return "orders/list";
        }
    }

    @GetMapping("/proposals/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("shown", pages.of(proposal(id), ""));
        return "orders/proposal";
    }

    private Proposal proposal(UUID id) {
        return proposals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Needs(Permission.APPROVE_ORDERS)
    @PostMapping("/proposals/{id}/approve")
    String approve(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String preview,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return act(id, () -> proposals.approve(id, preview, Who.asks()), response, locale, model);
    }

    @Needs(Permission.PROPOSE_ORDERS)
    @PostMapping("/proposals/{id}/{action}")
    String act(
            @PathVariable UUID id,
            @PathVariable String action,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Map<String, Runnable> actions = Map.of(
                "preview", () -> proposals.previewAgain(id),
                "withdraw", () -> proposals.withdraw(id, Who.asks()),
                "stop", () -> proposals.stop(id),
                "resume", () -> proposals.resume(id));
        Runnable wanted = actions.get(action);
        if (wanted == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return act(id, wanted, response, locale, model);
    }

    private String act(UUID id, Runnable wanted, HttpServletResponse response, Locale locale, Model model) {
        proposal(id);
        try {
            wanted.run();
            return "redirect:/proposals/" + id;
        } catch (OrderRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("shown", pages.of(proposal(id), OrderPages.message(e, locale)));
            return "orders/proposal";
        }
    }

    @Needs(Permission.SEE_MEASURES)
    @GetMapping("/proposals/{id}/people")
    String people(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String county,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        DivisionCode only = DivisionCode.parse(county).orElse(null);
        model.addAttribute("shown", pages.withPeople(proposal(id), only, after, PAGE));
        return "orders/proposal";
    }

    @Needs(Permission.EXPORT_LISTS)
    @GetMapping("/proposals/{id}/result")
    void result(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Proposal proposal = proposal(id);
        pages.noteReading(proposal, Action.EXPORT);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rejudged-" + id + ".csv\"");
        try (Writer out = response.getWriter()) {
            previews.writeResult(id, out);
        }
    }
}
