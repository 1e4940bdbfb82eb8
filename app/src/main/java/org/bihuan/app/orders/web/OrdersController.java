package org.bihuan.app.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.orders.OrderRefused;
import org.bihuan.app.orders.Orders;
import org.bihuan.app.orders.PackZip;
import org.bihuan.app.orders.PlannedValue;
import org.bihuan.app.orders.PlannedValues;
import org.bihuan.app.orders.VersionComparison;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.table.TableFormatException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Orders: their versions, values and history; drafts in. */
@Controller
@Needs(Permission.SEE_ORDERS)
class OrdersController {
    private final Versions versions;
    private final Orders orders;
    private final PlannedValues values;
    private final OrderPages pages;
    private final Clock clock;
    private final Path folder;

    OrdersController(
            Versions versions,
            Orders orders,
            PlannedValues values,
            OrderPages pages,
            Clock clock,
            @Value("${bihuan.packs:${bihuan.home}/packs}") Path folder) {
        this.versions = versions;
        this.orders = orders;
        this.values = values;
        this.pages = pages;
        this.clock = clock;
        this.folder = folder;
    }

    @GetMapping("/orders")
    String list(Model model) {
        model.addAttribute("shown", pages.all(""));
        return "orders/list";
    }

    @Needs(Permission.PROPOSE_ORDERS)
    @PostMapping(path = "/orders", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(@RequestParam MultipartFile file, HttpServletResponse response, Locale locale, Model model)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "zip" : file.getOriginalFilename();
        try (InputStream in = file.getInputStream()) {
            PackVersion draft = versions.draft(
                    PackZip.read(name, in), SharedFiles.filesOf(folder), clock.instant(), Who.asks(), "");
            return to(draft);
        } catch (OrderRefused | PackFormatException | TableFormatException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("shown", pages.all(OrderPages.message(e, locale)));
            return "orders/list";
        }
    }

    private static String to(PackVersion version) {
        return "redirect:/orders/" + version.pack() + "?version=" + version.hash();
    }

    @GetMapping("/orders/{id}")
    String show(
            @PathVariable("id") String pack,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String file,
            Model model) {
        model.addAttribute("shown", pages.one(version(pack, version), "", file, null));
        return "orders/order";
    }

    private PackVersion version(String pack, String hash) {
        List<PackVersion> all = versions.list(pack);
        return all.stream()
                .filter(each -> hash.isEmpty()
                        ? each.state() == PackVersion.State.ACTIVE
                        : each.hash().equals(hash))
                .findFirst()
                .or(() -> hash.isEmpty() ? all.stream().findFirst() : java.util.Optional.empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/orders/{id}/compare")
    String compare(
            @PathVariable("id") String pack,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        PackVersion before = version(pack, from);
        PackVersion after = version(pack, to);
        model.addAttribute(
                "shown",
                new ComparePage(
                        versions.pack(after.hash()).manifest().titles(),
                        before,
                        after,
                        versions.list(pack),
                        VersionComparison.of(versions.pack(before.hash()), versions.pack(after.hash()))));
        return "orders/compare";
    }

    @Needs(Permission.PROPOSE_ORDERS)
    @PostMapping("/orders/{id}/drafts")
    String draft(
            @PathVariable("id") String pack,
            @RequestParam String from,
            @RequestParam String path,
            @RequestParam String content,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        PackVersion base = version(pack, from);
        try {
            return to(versions.draftFrom(base.hash(), path, content, clock.instant(), Who.asks()));
        } catch (PackFormatException | TableFormatException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("shown", pages.one(base, OrderPages.message(e, locale), path, content));
            return "orders/order";
        }
    }

    private String refused(
            PackVersion version, RuntimeException why, HttpServletResponse response, Locale locale, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("shown", pages.one(version, OrderPages.message(why, locale)));
        return "orders/order";
    }

    @Needs(Permission.DECIDE_VALUES)
    @PostMapping("/orders/{id}/values")
    String decide(
            @PathVariable("id") String pack,
            @RequestParam("id") UUID wish,
            @RequestParam String parameter,
            @RequestParam String division,
            @RequestParam String value,
            @RequestParam(defaultValue = "") String from,
            @RequestParam String reason,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        PackVersion shown = version(pack, "");
        DivisionCode where = DivisionCode.parse(division).orElse(null);
        if (where == null || !Asking.sight().sees(where)) {
            return refused(
                    shown, OrderPages.refusal("不由您的地区决定", "is not for your region to decide"), response, locale, model);
        }
        PlannedValue wanted = new PlannedValue(
                wish,
                pack,
                parameter,
                where,
                value.strip(),
                pages.moment(from, clock.instant()),
                reason,
                Who.asks(),
                "");
        return switch (values.plan(wanted, clock.instant())) {
            case Rules.Setting.Done _ -> "redirect:/orders/" + pack;
            case Rules.Setting.Refused refused ->
                refused(shown, OrderRefused.both(refused.message()), response, locale, model);
        };
    }

    @Needs(Permission.PROPOSE_ORDERS)
    @PostMapping("/orders/{id}/retire")
    String retire(
            @PathVariable("id") String pack,
            @RequestParam String reason,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            orders.retire(pack, reason, Who.asks(), clock.instant());
            return "redirect:/orders/" + pack;
        } catch (OrderRefused e) {
            return refused(version(pack, ""), e, response, locale, model);
        }
    }
}
