package org.bihuan.app.console;

import java.time.DateTimeException;
import java.time.Duration;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.clock.TimeMachine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The buttons of a demonstration's clock. */
@Controller
@Needs(Permission.MOVE_CLOCK)
class ClockForm {
    private final ObjectProvider<TimeMachine> timeMachine;

    ClockForm(ObjectProvider<TimeMachine> timeMachine) {
        this.timeMachine = timeMachine;
    }

    @PostMapping("/clock")
    String move(
            @RequestParam(defaultValue = "") String forward,
            @RequestParam(defaultValue = "") String speed,
            @RequestParam(defaultValue = "/") String back) {
        TimeMachine machine = timeMachine.getIfAvailable();
        if (machine == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            TimeMachine.Change change = forward.isEmpty()
                    ? machine.setSpeed(Double.parseDouble(speed))
                    : machine.moveForward(Duration.parse(forward));
            if (change instanceof TimeMachine.Change.Refused) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "neither a duration nor a speed", e);
        }
        return "redirect:" + Back.or(back, "/");
    }
}
