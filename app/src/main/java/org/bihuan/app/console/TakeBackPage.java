package org.bihuan.app.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.work.DutyWork;
import org.bihuan.app.work.WorkKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A slip of the finger is taken back by a fact, for a while; twice is once. */
@Controller
@Needs(Permission.DO_DUTIES)
class TakeBackPage {
    private final Duties duties;
    private final DutyWork work;
    private final Settling settling;
    private final Clock clock;
    private final Duration within;

    /** @param within how long after it was recorded */
    TakeBackPage(
            Duties duties,
            DutyWork work,
            Settling settling,
            Clock clock,
            @Value("${bihuan.work.undo:2h}") Duration within) {
        this.duties = duties;
        this.work = work;
        this.settling = settling;
        this.clock = clock;
        this.within = within;
    }

    @PostMapping("/duties/{id}/take-back")
    String takeBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String back) {
        Instant now = clock.instant();
        DutyView duty = duties.find(id, now).orElseThrow(TakeBackPage::unknown);
        boolean done = work.takeBack(id, factKind(duty, what), DutyPage.SOURCE, key, "undo", now, within);
        settling.await(duty.subject());
        return "redirect:" + Back.with(Back.or(back, "/duties"), done ? "taken" : "late");
    }

    private String factKind(DutyView duty, String what) {
        if (what.equals("evidence")) {
            return work.evidence(duty).orElseThrow(TakeBackPage::unknown).kind();
        }
        WorkKind kind = WorkKind.find(what).orElseThrow(TakeBackPage::unknown);
        if (!Asking.may(kind.needs())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return kind.factKind();
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
