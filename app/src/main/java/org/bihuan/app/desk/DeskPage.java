package org.bihuan.app.desk;

import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The duty desk. */
@Controller
@Needs(Permission.KEEP_SHIFT)
class DeskPage {
    private final Desk desk;

    DeskPage(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/desk")
    String show(Model model) {
        model.addAttribute("desk", desk.of(Asking.asker().orElseThrow()));
        return "desk/desk";
    }

    @GetMapping("/desk/soon")
    String soon(Model model) {
        model.addAttribute("duties", desk.soon());
        return "desk/soon";
    }
}
