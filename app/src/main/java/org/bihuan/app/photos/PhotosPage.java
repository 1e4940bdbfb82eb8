package org.bihuan.app.photos;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Looked;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.app.site.OwnAddress;
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

/** Photos of a duty: shown, sent in, and the picture itself. */
@Controller
@Needs(Permission.DO_DUTIES)
class PhotosPage {
    private final Photos photos;
    private final Sheets sheets;
    private final Duties duties;
    private final Audit audit;
    private final Clock clock;

    PhotosPage(Photos photos, Sheets sheets, Duties duties, Audit audit, Clock clock) {
        this.photos = photos;
        this.sheets = sheets;
        this.duties = duties;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/duties/{id}/photos")
    String list(@PathVariable UUID id, @RequestParam(defaultValue = "") String back, Locale locale, Model model) {
        return page(duty(id), back, "", locale, model);
    }

    @PostMapping("/duties/{id}/photos")
    Object add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            @RequestParam Optional<MultipartFile> file,
            Locale locale,
            Model model)
            throws IOException {
        DutyView duty = duty(id);
        try {
            byte[] bytes = file.isEmpty() || file.get().getSize() > Photos.LARGEST
                    ? new byte[file.isEmpty() ? 0 : (int) Photos.LARGEST + 1]
                    : file.get().getBytes();
            photos.add(duty, bytes, clock.instant());
        } catch (PhotoRefused e) {
            String why =
                    locale.getLanguage().equals("zh") ? e.why().zh() : e.why().en();
            return new ModelAndView(
                    page(duty, back, why, locale, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "redirect:/duties/" + id + "/photos?back="
                + java.net.URLEncoder.encode(OwnAddress.or(back, "/duties"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private String page(DutyView duty, String back, String wrong, Locale locale, Model model) {
        model.addAttribute(
                "view",
                new PhotosView(
                        duty.id(),
                        locale.getLanguage().equals("zh")
                                ? duty.title().zh()
                                : duty.title().en(),
                        photos.ofDuty(duty.id()),
                        OwnAddress.or(back, "/duties"),
                        wrong));
        return "photos/photos";
    }

    /** The picture itself; who looks at it is written down. */
    @GetMapping("/photos/{id}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id) {
        Instant now = clock.instant();
        // Who sees no subjects still sees what belongs to a duty of theirs.
        Photo photo = photos.find(id)
                .filter(each -> Asking.may(Permission.SEE_SUBJECTS)
                        || duties.find(each.duty(), now).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.record(
                WhoReads.now(),
                "photo",
                Action.VIEW,
                sheets.shownOn(photo).stream()
                        .map(each -> Looked.at(each.toString()))
                        .toList(),
                "",
                now);
        byte[] picture = photos.picture(photo).orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\"")
                .body(picture);
    }

    private DutyView duty(UUID id) {
        return duties.find(id, clock.instant()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
