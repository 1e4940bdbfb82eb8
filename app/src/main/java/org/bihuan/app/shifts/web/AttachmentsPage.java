package org.bihuan.app.shifts.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.app.photos.PhotoRefused;
import org.bihuan.app.photos.Photos;
import org.bihuan.app.shifts.Attachment;
import org.bihuan.app.shifts.Attachments;
import org.bihuan.app.shifts.DutyLog;
import org.bihuan.app.shifts.LogEntry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Attachments of a line of the log: shown, sent in, and the picture itself. */
@Controller
@Needs(Permission.KEEP_SHIFT)
class AttachmentsPage {
    private final Attachments attachments;
    private final DutyLog log;
    private final Audit audit;
    private final Clock clock;

    AttachmentsPage(Attachments attachments, DutyLog log, Audit audit, Clock clock) {
        this.attachments = attachments;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/shifts/log/{id}/attachments")
    String list(@PathVariable UUID id, Model model) {
        return page(entry(id), "", model);
    }

    @PostMapping("/shifts/log/{id}/attachments")
    Object add(@PathVariable UUID id, @RequestParam Optional<MultipartFile> file, Locale locale, Model model)
            throws IOException {
        LogEntry entry = entry(id);
        try {
            boolean tooLarge =
                    file.filter(each -> each.getSize() > Photos.LARGEST).isPresent();
            byte[] bytes = tooLarge
                    ? new byte[(int) Photos.LARGEST + 1]
                    : file.isEmpty() ? new byte[0] : file.get().getBytes();
            attachments.add(entry, bytes, asker(), clock.instant());
        } catch (PhotoRefused e) {
            String why =
                    locale.getLanguage().equals("zh") ? e.why().zh() : e.why().en();
            return new ModelAndView(page(entry, why, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "redirect:/shifts/log/" + id + "/attachments";
    }

    private String page(LogEntry entry, String wrong, Model model) {
        model.addAttribute("view", new AttachmentsView(entry, attachments.of(entry), wrong));
        return "shifts/attachments";
    }

    /** The picture itself; who looks at it is written down. */
    @GetMapping("/shifts/attachments/{id}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id) {
        Attachment attachment = attachments
                .find(id, asker().region())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.record(WhoReads.now(), "duty-log", Action.VIEW, List.of(), "attachment " + id, clock.instant());
        byte[] picture =
                attachments.picture(attachment).orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"attachment.jpg\"")
                .body(picture);
    }

    private LogEntry entry(UUID id) {
        return log.find(id, asker().region()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Asker asker() {
        return Asking.asker().orElseThrow();
    }
}
