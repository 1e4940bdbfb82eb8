package org.bihuan.app.places;

import java.time.Clock;
import java.time.Instant;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.places.PlaceId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Finding a place, one place at a moment, and the answers of the place picker in forms. */
@Controller
@Needs(Permission.SEE_PLACES)
class PlacesPage {
    private static final int SHOWN = 50;
    private static final int PICKED = 8;

    private final PlaceViews views;
    private final Clock clock;

    PlacesPage(PlaceViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/places")
    String search(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("done", done.matches("[0-9]{1,7}") ? done : "");
        model.addAttribute("error", "");
        Instant now = clock.instant();
        model.addAttribute("found", q.isBlank() ? views.provinces(now) : views.found(q, SHOWN, now));
        return "places/search";
    }

    /** What the picker offers for what was typed so far. */
    @GetMapping("/places/pick")
    String pick(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "place") String name, Model model) {
        model.addAttribute("name", name.matches("[a-zA-Z]{1,20}") ? name : "place");
        model.addAttribute("q", q);
        model.addAttribute("found", views.found(q, PICKED, clock.instant()));
        return "places/picked";
    }

    @GetMapping("/places/{id}")
    String place(@PathVariable String id, @RequestParam(defaultValue = "") String at, Model model) {
        Instant now = clock.instant();
        model.addAttribute(
                "shown",
                PlaceId.parse(id)
                        .flatMap(place -> views.view(place, moment(at, now), ""))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such place")));
        return "places/place";
    }

    private Instant moment(String at, Instant now) {
        try {
            return views.moment(at, now);
        } catch (PlaceRefused e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }
}
