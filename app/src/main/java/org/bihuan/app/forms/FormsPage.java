package org.bihuan.app.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.policy.fact.SubjectId;
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
import org.springframework.web.util.UriUtils;

/** Forms: adding one, and filling them for a person. */
@Controller
@Needs(Permission.SEE_SUBJECTS)
class FormsPage {
    private static final String SUBJECTS = "/subjects/";

    private final Forms forms;
    private final Clock clock;

    FormsPage(Forms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** @param of address of the page of the person for whom forms are to be filled, empty for none */
    @GetMapping("/forms")
    String list(@RequestParam(defaultValue = "") String of, Model model) {
        return show(of, "", model);
    }

    private String show(String of, String error, Model model) {
        model.addAttribute("forms", forms.list());
        model.addAttribute("names", String.join("  ", forms.names()));
        model.addAttribute("of", of.startsWith(SUBJECTS) ? of : "");
        model.addAttribute("error", error);
        return "forms/list";
    }

    @Needs(Permission.IMPORT_LEDGERS)
    @PostMapping("/forms")
    String add(
            @RequestParam MultipartFile file,
            @RequestParam String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        try {
            String by = request.getRemoteUser() == null ? request.getRemoteAddr() : request.getRemoteUser();
            forms.add(name, file.getInputStream(), by, clock.instant());
            return "redirect:/forms";
        } catch (FileRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(
                    "",
                    locale.getLanguage().equals("zh")
                            ? e.wording().zh()
                            : e.wording().en(),
                    model);
        }
    }

    @Needs(Permission.IMPORT_LEDGERS)
    @PostMapping("/forms/{id}/remove")
    String remove(@PathVariable UUID id) {
        forms.remove(id);
        return "redirect:/forms";
    }

    @GetMapping("/forms/{id}/filled")
    void filled(@PathVariable UUID id, @RequestParam String of, HttpServletResponse response, Locale locale)
            throws IOException {
        FormView form = forms.list().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String plain = of.replaceFirst("\\?.*", "");
        String[] parts =
                plain.startsWith(SUBJECTS) ? plain.substring(SUBJECTS.length()).split("/", -1) : new String[0];
        if (parts.length != 2 || parts[0].indexOf(':') >= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        SubjectId subject = new SubjectId(
                UriUtils.decode(parts[0], StandardCharsets.UTF_8), UriUtils.decode(parts[1], StandardCharsets.UTF_8));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(form.name() + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        forms.fill(id, subject, locale, response.getOutputStream());
    }
}
