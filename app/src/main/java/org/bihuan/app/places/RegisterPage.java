package org.bihuan.app.places;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.places.PlaceId;
import org.bihuan.policy.pack.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Changing the register: adding, renaming, splitting, merging, ending, and addresses by file. */
@Controller
@Needs(Permission.KEEP_PLACES)
class RegisterPage {
    private final PlaceRegister register;
    private final PlaceViews views;
    private final Clock clock;

    RegisterPage(PlaceRegister register, PlaceViews views, Clock clock) {
        this.register = register;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping("/places/{id}/{change}")
    String change(
            @PathVariable String id,
            @PathVariable String change,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        PlaceId place =
                PlaceId.parse(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such place"));
        Instant now = clock.instant();
        String by = by(request);
        try {
            Instant moment = views.moment(at, now);
            PlaceId shown = switch (change) {
                case "add" -> {
                    register.add(place, kind(kind), name, moment, now, by);
                    yield place;
                }
                case "rename" -> {
                    register.rename(place, name, moment, now, by);
                    yield place;
                }
                case "split" -> {
                    register.split(place, List.of(name.strip().split("[,、;\\s]+")), moment, now, by);
                    yield place;
                }
                case "merge" -> register.merge(all(place, with), name, moment, now, by);
                case "close" -> {
                    register.close(place, moment, now, by);
                    yield place;
                }
                default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such change");
            };
            return "redirect:/places/" + shown;
        } catch (PlaceRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "shown",
                    views.view(place, now, text(e.wording(), locale))
                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such place")));
            return "places/place";
        }
    }

    private static PlaceKind kind(String kind) {
        return PlaceKind.find(kind)
                .orElseThrow(() -> new PlaceRefused(
                        "没有「" + kind + "」这一级别；请从列表中选", "there is no kind \"" + kind + "\": choose one of the list"));
    }

    private static List<PlaceId> all(PlaceId place, String with) {
        List<PlaceId> all = new ArrayList<>(List.of(place));
        for (String each : with.strip().split("[,、;\\s]+")) {
            all.add(PlaceId.parse(each)
                    .orElseThrow(() -> new PlaceRefused(
                            "「" + each + "」不是地点编号；请从地点页面复制编号",
                            "\"" + each + "\" is no number of a place: copy the number from the page of the place")));
        }
        return all;
    }

    @PostMapping("/places/import")
    String addresses(
            @RequestParam(required = false) MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        Path copy = Files.createTempFile("addresses", ".tmp");
        Wording wrong;
        try {
            if (file != null) {
                file.transferTo(copy);
            }
            Instant now = clock.instant();
            try (LedgerFile opened = LedgerFile.open(copy, FileLimits.USUAL)) {
                return "redirect:/places?done=" + register.addAll(AddressFile.read(opened), now, now, by(request));
            }
        } catch (PlaceRefused e) {
            wrong = e.wording();
        } catch (FileRefused e) {
            wrong = e.wording();
        } finally {
            Files.deleteIfExists(copy);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("q", "");
        model.addAttribute("done", "");
        model.addAttribute("found", List.of());
        model.addAttribute("error", text(wrong, locale));
        return "places/search";
    }

    private static String text(Wording wording, Locale locale) {
        return locale.getLanguage().equals("zh") ? wording.zh() : wording.en();
    }

    private static String by(HttpServletRequest request) {
        return request.getRemoteUser() == null ? request.getRemoteAddr() : request.getRemoteUser();
    }
}
