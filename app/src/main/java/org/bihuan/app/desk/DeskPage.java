package org.bihuan.app.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The duty desk. */
@Controller
@Needs(Permission.KEEP_SHIFT)
class DeskPage {
    private static final int PAGE = 100;

    private final Desk desk;
    private final DutyLists lists;
    private final Clock clock;

    DeskPage(Desk desk, DutyLists lists, Clock clock) {
        this.desk = desk;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/desk")
    String show(Model model) {
        model.addAttribute("desk", desk.of(Asking.asker().orElseThrow()));
        return "desk/desk";
    }

    /** All that is due within the hour, page by page. */
    @GetMapping("/desk/soon")
    String soon(@RequestParam(defaultValue = "") String after, Model model) {
        Instant now = clock.instant();
        List<DutyView> page = lists.soon(now, DutyQuery.Position.parse(after), PAGE + 1);
        boolean more = page.size() > PAGE;
        List<DutyView> shown = more ? page.subList(0, PAGE) : page;
        model.addAttribute("duties", shown);
        model.addAttribute("count", lists.countSoon(now));
        model.addAttribute("now", now);
        model.addAttribute("next", more ? "/desk/soon?after=" + DutyQuery.Position.of(shown.getLast()) : "");
        return "desk/soon";
    }
}
