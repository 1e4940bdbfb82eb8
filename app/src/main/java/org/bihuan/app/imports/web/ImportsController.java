package org.bihuan.app.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.imports.ImportRefused;
import org.bihuan.app.imports.ImportSettings;
import org.bihuan.app.imports.Imports;
import org.bihuan.app.imports.Upload;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.ledgers.header.HeaderMapping;
import org.bihuan.policy.pack.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The import centre. */
@Controller
@Needs(Permission.IMPORT_LEDGERS)
class ImportsController {
    private static final int LISTED = 50;

    private final Imports imports;
    private final UploadPages pages;
    private final ImportSettings settings;
    private final Clock clock;
    private final ZoneId zone;

    ImportsController(
            Imports imports,
            UploadPages pages,
            ImportSettings settings,
            Clock clock,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.imports = imports;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/imports")
    String list(Model model) {
        return list(form("", now(), true, ""), model);
    }

    private String list(ImportForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("uploads", imports.list(LISTED));
        return "imports/list";
    }

    private ImportForm form(String sender, String drawnUp, boolean isWhole, String error) {
        return new ImportForm(sender, drawnUp, isWhole, imports.senders(), settings.megabytes(), error);
    }

    private String now() {
        return LocalDateTime.ofInstant(clock.instant(), zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    @PostMapping("/imports")
    String receive(
            @RequestParam MultipartFile file,
            @RequestParam String sender,
            @RequestParam String drawnUp,
            @RequestParam(defaultValue = "false") boolean whole,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        try {
            LocalDateTime local = LocalDateTime.parse(drawnUp);
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            UUID id = imports.receive(
                    sender, name, file.getInputStream(), local.atZone(zone).toInstant(), whole, by(request));
            return "redirect:/imports/" + id;
        } catch (DateTimeException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String rule = locale.getLanguage().equals("zh")
                    ? "台账日期「" + drawnUp + "」不是日期；请重新选择"
                    : "the day of the ledger \"" + drawnUp + "\" is no date: choose it again";
            return list(form(sender, now(), whole, rule), model);
        } catch (FileRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(form(sender, drawnUp, whole, in(e.wording(), locale)), model);
        } catch (ImportRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(form(sender, drawnUp, whole, in(e.wording(), locale)), model);
        }
    }

    @GetMapping("/imports/{id}")
    String show(@PathVariable UUID id, Locale locale, Model model) {
        return show(find(id), "", locale, model);
    }

    private String show(Upload upload, String error, Locale locale, Model model) {
        model.addAttribute("shown", pages.of(upload, error, locale));
        return "imports/upload";
    }

    @PostMapping("/imports/{id}/columns")
    String choose(
            @PathVariable UUID id,
            @RequestParam int sheet,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Upload upload = find(id);
        List<HeaderMapping.Target> before = imports.mapping(upload).targets();
        List<HeaderMapping.Target> targets = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            String chosen = request.getParameter("column-" + i);
            String header = chosen == null ? before.get(i).header() : chosen;
            // another test than the one before it needs a group of its own
            String group = header.equals(before.get(i).header()) ? before.get(i).group() : "";
            targets.add(new HeaderMapping.Target(header, group));
        }
        return act(id, () -> imports.readAgain(upload, targets, sheet), response, locale, model);
    }

    @PostMapping("/imports/{id}/confirm")
    String confirm(@PathVariable UUID id, HttpServletResponse response, Locale locale, Model model) {
        return act(id, () -> imports.confirm(id), response, locale, model);
    }

    @PostMapping("/imports/{id}/go-on")
    String goOn(@PathVariable UUID id, HttpServletResponse response, Locale locale, Model model) {
        return act(id, () -> imports.goOn(find(id)), response, locale, model);
    }

    @PostMapping("/imports/{id}/forget")
    String forget(@PathVariable UUID id, HttpServletResponse response, Locale locale, Model model) {
        return act(id, () -> imports.forget(id), response, locale, model);
    }

    private String act(UUID id, Runnable action, HttpServletResponse response, Locale locale, Model model) {
        Upload upload = find(id);
        try {
            action.run();
            return "redirect:/imports/" + id;
        } catch (ImportRefused e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(upload, in(e.wording(), locale), locale, model);
        }
    }

    @GetMapping("/imports/{id}/refused")
    void refused(@PathVariable UUID id, HttpServletResponse response, Locale locale) throws IOException {
        Upload upload = find(id);
        if (upload.state() != Upload.State.CHECKED && upload.state() != Upload.State.DONE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean isCsv = upload.form().equals("csv");
        response.setContentType(
                isCsv ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        boolean isChinese = locale.getLanguage().equals("zh");
        String name = upload.fileName().replaceFirst("\\.[^.]*$", "")
                + (isChinese ? "-退回" : "-refused")
                + (isCsv ? ".csv" : ".xlsx");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        imports.writeRefused(upload, isChinese, response.getOutputStream());
    }

    private Upload find(UUID id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Who asks; until there are accounts, this machine. */
    private static String by(HttpServletRequest request) {
        return request.getRemoteUser() == null ? request.getRemoteAddr() : request.getRemoteUser();
    }

    private static String in(Wording wording, Locale locale) {
        return locale.getLanguage().equals("zh") ? wording.zh() : wording.en();
    }
}
