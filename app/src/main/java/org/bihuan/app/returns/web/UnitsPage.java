package org.bihuan.app.returns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.returns.Returns;
import org.bihuan.app.returns.Units;
import org.bihuan.app.site.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who reports, and what: units one by one or as a pasted block, and the definitions of returns. */
@Controller
@Needs(Permission.COMMAND)
class UnitsPage {
    private static final Units.Typed NOBODY = new Units.Typed("", "", "", "", "", "");
    private static final Set<String> DONE = Set.of("unit", "block", "definition", "end");
    /** What a headquarters begins with when it defines its first return. */
    private static final String EXAMPLE = """
            id: daily
            zh: 每日报告
            en: Daily return
            due: "16:00"
            # kinds: [学校, 街道]   # 不写=所有单位 leave out for all units
            zero: {zh: 零报告：今日没有需要报告的情况, en: "Zero return: nothing to report today"}
            fields:
              - {id: ill, zh: 新增发热人数, en: People newly with fever, type: count}
              - {id: note, zh: 情况说明, en: Remarks, type: text, optional: true}
            """;

    private final Returns returns;
    private final Units units;
    private final Clock clock;
    private final ZoneId zone;

    UnitsPage(Returns returns, Units units, Clock clock, @Value("${bihuan.zone}") ZoneId zone) {
        this.returns = returns;
        this.units = units;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/returns/units")
    String list(
            @RequestParam(defaultValue = "") String form, @RequestParam(defaultValue = "") String done, Model model) {
        return show(
                returns.definition(form).orElse(EXAMPLE), NOBODY, "", "", "", DONE.contains(done) ? done : "", model);
    }

    private String show(
            String definition, Units.Typed typed, String block, String error, String about, String done, Model model) {
        model.addAttribute(
                "units",
                new UnitsView(units.list(), returns.forms(today()), definition, typed, block, error, about, done));
        return "returns/units";
    }

    @PostMapping("/returns/units")
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String login,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Units.Typed typed = new Units.Typed(name, kind, division, contact, phone, login);
        try {
            units.put(List.of(typed), by(), today(), clock.instant());
            return "redirect:/returns/units?done=unit";
        } catch (Refused e) {
            return refused(EXAMPLE, typed, "", e, "unit", response, locale, model);
        }
    }

    /** Lines of name, kind, division, contact, telephone and account, as they are copied from a spreadsheet. */
    @PostMapping("/returns/units/block")
    String paste(
            @RequestParam(defaultValue = "") String block, HttpServletResponse response, Locale locale, Model model) {
        List<Units.Typed> typed = new ArrayList<>();
        for (String line : block.strip().lines().filter(each -> !each.isBlank()).toList()) {
            String[] cells = line.split(line.indexOf('\t') >= 0 ? "\t" : "[,，]", -1);
            typed.add(new Units.Typed(
                    cell(cells, 0), cell(cells, 1), cell(cells, 2), cell(cells, 3), cell(cells, 4), cell(cells, 5)));
        }
        try {
            units.put(typed, by(), today(), clock.instant());
            return "redirect:/returns/units?done=block";
        } catch (Refused e) {
            return refused(EXAMPLE, NOBODY, block, e, "block", response, locale, model);
        }
    }

    @PostMapping("/returns/units/{id}/end")
    String end(@PathVariable UUID id) {
        units.end(id, by(), today(), clock.instant());
        return "redirect:/returns/units?done=end";
    }

    @PostMapping("/returns/forms")
    String define(
            @RequestParam(defaultValue = "") String definition,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            returns.define(definition.replace("\r\n", "\n"), by(), today(), clock.instant());
            return "redirect:/returns/units?done=definition";
        } catch (Refused e) {
            return refused(definition, NOBODY, "", e, "definition", response, locale, model);
        }
    }

    private String refused(
            String definition,
            Units.Typed typed,
            String block,
            Refused error,
            String about,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(definition, typed, block, error.text(locale.getLanguage().equals("zh")), about, "", model);
    }

    private static String cell(String[] cells, int index) {
        return index < cells.length ? cells[index].strip() : "";
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private static String by() {
        return Asking.asker().map(Asker::login).orElse("?");
    }
}
