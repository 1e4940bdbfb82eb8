package org.bihuan.app.console;

import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the search on top finds with every letter: pages and places. People are looked for only when it is sent off, since
 * each look at one is written down. What was typed comes in the body, because it may be a name.
 */
@Controller
@Needs(Permission.SELF)
class FindAsTyped {
    private static final int LONGEST = 60;

    private final PlaceFinder places;

    FindAsTyped(PlaceFinder places) {
        this.places = places;
    }

    @PostMapping("/find")
    String find(@RequestParam(defaultValue = "") String q, Model model) {
        String asked = q.strip();
        boolean plain = asked.length() <= LONGEST && asked.indexOf('\0') < 0;
        model.addAttribute("q", plain ? asked : "");
        model.addAttribute("places", plain ? places.find(asked) : java.util.List.of());
        return "console/found";
    }
}
