package org.bihuan.app.doorstep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** The page that is installed on a phone, and how it chooses its grid. The page itself is empty and for everybody. */
@Controller
@Needs(Permission.PUBLIC)
class DoorstepPage {
    private static final int COUNTY = 3;

    private final Rules rules;
    private final DoorstepTexts texts;
    private final JsonMapper json;

    DoorstepPage(Rules rules, DoorstepTexts texts, JsonMapper json) {
        this.rules = rules;
        this.texts = texts;
        this.json = json;
    }

    @GetMapping("/doorstep")
    String toFolder() {
        return "redirect:/doorstep/"; // a service worker serves the folder that it lies in
    }

    @GetMapping("/doorstep/")
    String show(Model model) {
        model.addAttribute(
                "texts",
                json.writeValueAsString(
                        Map.of("zh", texts.all(Locale.SIMPLIFIED_CHINESE), "en", texts.all(Locale.ENGLISH))));
        return "doorstep/page";
    }

    /** The manifest by which a phone puts the page on its screen. */
    @GetMapping(path = "/doorstep/app.webmanifest", produces = "application/manifest+json")
    @ResponseBody
    Map<String, Object> manifest(Locale locale) {
        return InstalledPage.manifest(
                texts.text("doorstep.title", locale), texts.text("doorstep.short", locale), "/doorstep/");
    }

    /** A place to choose. */
    record Place(String code, String name, boolean hasParts) {}

    /** The places below one; at first the asker's own, or for the whole city the counties that the orders in force speak to. */
    @Needs(Permission.DO_DUTIES)
    @GetMapping(path = "/api/doorstep/places", produces = "application/json")
    @ResponseBody
    List<Place> places(@RequestParam(defaultValue = "") String in) {
        Divisions divisions = Divisions.load();
        List<DivisionCode> found = new ArrayList<>();
        DivisionCode parent = DivisionCode.parse(in).orElse(null);
        Optional<DivisionCode> own = Asking.asker().map(Asker::region).filter(region -> region.level() >= COUNTY);
        if (parent == null && own.isPresent()) {
            found.add(own.get());
        } else if (parent == null) {
            TreeSet<DivisionCode> counties = new TreeSet<>();
            rules.active()
                    .forEach(pack -> counties.addAll(
                            divisions.list(COUNTY, pack.manifest().jurisdiction())));
            found.addAll(counties);
        } else if (parent.level() < 5) {
            found.addAll(divisions.list(parent.level() + 1, parent));
        }
        return found.stream()
                .map(code ->
                        new Place(code.toString(), divisions.findName(code).orElse(code.toString()), code.level() < 5))
                .toList();
    }
}
