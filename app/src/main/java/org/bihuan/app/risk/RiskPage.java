package org.bihuan.app.risk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.places.Places;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.ListedArea;
import org.bihuan.places.risk.Resolution;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The risk board, and the names that wait for a person. */
@Controller
@Needs(Permission.SEE_PLACES)
class RiskPage {
    private static final int MOST_NAMES = 100;

    private final Board board;
    private final RiskLists lists;
    private final Places places;
    private final Clock clock;

    RiskPage(Board board, RiskLists lists, Places places, Clock clock) {
        this.board = board;
        this.lists = lists;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/risk")
    String board(
            @RequestParam(defaultValue = RiskLists.NATIONAL) String series,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Instant now = clock.instant();
        // Without scripts the number typed comes after the one that was chosen before.
        String asked = place.substring(place.lastIndexOf(',') + 1).isBlank()
                ? place.replaceAll(",\\s*$", "")
                : place.substring(place.lastIndexOf(',') + 1);
        String told = List.of("taken", "late", "withdrawn", "responded", "flagged", "ended")
                        .contains(done)
                ? done
                : "";
        try {
            model.addAttribute("shown", board.view(new Board.Question(series, asked, at, known, told, ""), now));
        } catch (RiskRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String error = locale.getLanguage().equals("zh")
                    ? e.wording().zh()
                    : e.wording().en();
            model.addAttribute("shown", board.view(new Board.Question(series, "", "", "", "", error), now));
        }
        return "risk/board";
    }

    @GetMapping("/risk/names")
    String names(@RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("names", waiting());
        model.addAttribute("done", done.matches("[0-9]{1,7}") ? done : "");
        return "risk/names";
    }

    /** By what an answer settles: a county that is not known once for all its lines; those that settle most first. */
    private List<NameLine> waiting() {
        Instant now = clock.instant();
        Map<String, List<ListedArea>> byKey = new LinkedHashMap<>();
        lists.waiting()
                .values()
                .forEach(areas -> areas.forEach(area -> byKey.computeIfAbsent(
                                isCounty(area)
                                        ? area.name().countyKey()
                                        : area.name().key(),
                                _ -> new ArrayList<>())
                        .add(area)));
        List<NameLine> names = new ArrayList<>();
        byKey.forEach((key, areas) -> {
            ListedArea first = areas.getFirst();
            String county = (first.name().city().equals(first.name().province())
                            ? ""
                            : first.name().province()) + first.name().city() + " "
                    + first.name().county();
            names.add(new NameLine(
                    key,
                    isCounty(first) ? county : first.name().shown(),
                    first.where().around().map(it -> places.fullName(it, now)).orElse(""),
                    candidates(first, now),
                    areas.size()));
        });
        names.sort((a, b) -> Integer.compare(b.lines(), a.lines()));
        return names.size() > MOST_NAMES ? names.subList(0, MOST_NAMES) : names;
    }

    private static boolean isCounty(ListedArea area) {
        return area.where() instanceof Resolution.Unknown;
    }

    private List<NameLine.Candidate> candidates(ListedArea area, Instant now) {
        List<PlaceId> found = area.where() instanceof Resolution.Ambiguous it ? it.candidates() : List.of();
        return found.stream()
                .map(each -> new NameLine.Candidate(each.toString(), places.fullName(each, now)))
                .toList();
    }
}
