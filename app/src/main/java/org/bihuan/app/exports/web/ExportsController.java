package org.bihuan.app.exports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.exports.ExportRefused;
import org.bihuan.app.exports.ExportRequest;
import org.bihuan.app.exports.Exports;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Asking for a list, approving one, and its file. */
@Controller
@Needs(Permission.EXPORT_LISTS)
class ExportsController {
    private static final int LISTED = 50;

    private final Exports exports;
    private final Clock clock;

    ExportsController(Exports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/exports")
    String list(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request,
            Model model) {
        if (!list.isEmpty() && !exports.has(list)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return show(list, query, "", by(request), model);
    }

    private String show(String list, String query, String error, String by, Model model) {
        model.addAttribute(
                "shown",
                new ExportsPage(
                        list,
                        list.isEmpty() ? "" : exports.titleKey(list),
                        query,
                        exports.list(LISTED).stream()
                                .map(each -> new ExportsPage.Row(each, exports.titleKey(each.list())))
                                .toList(),
                        exports.freeRows(),
                        by,
                        error));
        return "exports/list";
    }

    @PostMapping("/exports")
    String ask(
            @RequestParam String list,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "xlsx") String form,
            @RequestParam String purpose,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            ExportRequest asked = exports.ask(list, query, form, purpose, by(request), clock.instant());
            return asked.isAllowed() ? "redirect:/exports/" + asked.id() + "/file" : "redirect:/exports";
        } catch (ExportRefused e) {
            return refused(list, query, e, request, response, locale, model);
        }
    }

    @PostMapping("/exports/{id}/approve")
    String approve(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            exports.approve(id, by(request), clock.instant());
            return "redirect:/exports";
        } catch (ExportRefused e) {
            return refused("", "", e, request, response, locale, model);
        }
    }

    private String refused(
            String list,
            String query,
            ExportRefused why,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String error = locale.getLanguage().equals("zh")
                ? why.wording().zh()
                : why.wording().en();
        return show(exports.has(list) ? list : "", query, error, by(request), model);
    }

    @GetMapping("/exports/{id}/file")
    void file(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        ExportRequest wanted = exports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Instant now = clock.instant();
        try {
            exports.requireAllowed(wanted, by(request), now);
        } catch (ExportRefused e) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
        }
        boolean isCsv = wanted.form().equals("csv");
        response.setContentType(
                isCsv ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + wanted.list() + "-" + id + "." + wanted.form() + "\"");
        exports.write(id, by(request), now, locale, response.getOutputStream());
    }

    /** Who asks; until there are accounts, this machine, so that nobody else is there to approve. */
    private static String by(HttpServletRequest request) {
        return request.getRemoteUser() == null ? request.getRemoteAddr() : request.getRemoteUser();
    }
}
