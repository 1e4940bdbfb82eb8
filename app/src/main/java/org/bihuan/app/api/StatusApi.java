package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.duties.Duties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the machine itself is doing, and the clock of a demonstration. */
@RestController
@Needs(Permission.OPERATE)
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "operation", description = "The state of the machine and its clock.")
class StatusApi {
    private final Duties duties;
    private final Clock clock;
    private final ObjectProvider<TimeMachine> timeMachine;

    StatusApi(Duties duties, Clock clock, ObjectProvider<TimeMachine> timeMachine) {
        this.duties = duties;
        this.clock = clock;
        this.timeMachine = timeMachine;
    }

    /**
     * How far the workers are behind.
     *
     * @param marks wishes to look at a subject that nobody has met yet
     * @param dueSubjects subjects whose time has come and who have not been looked at
     * @param parkedSubjects subjects that cannot be worked out and wait for somebody
     * @param timeMachine whether the clock can be moved
     */
    record Status(Instant now, long marks, long dueSubjects, long parkedSubjects, boolean timeMachine) {}

    /** How many parked subjects will be tried again. */
    record Retried(int retried) {}

    /** The time after a change. */
    record Time(Instant now, double speed) {}

    /** Exactly one of the three. */
    record TimeRequest(String forward, String to, Double speed) {}

    @Operation(summary = "Lag of the workers, parked subjects, time")
    @GetMapping("/status")
    Status status() {
        Instant now = clock.instant();
        Duties.Lag lag = duties.lag(now);
        return new Status(
                now, lag.marks(), lag.dueSubjects(), lag.parkedSubjects(), timeMachine.getIfAvailable() != null);
    }

    @Operation(summary = "Try parked subjects again")
    @PostMapping(path = "/parked/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
    Retried retry() {
        return new Retried(duties.unpark());
    }

    @Operation(
            summary = "Move the clock of a demonstration",
            description =
                    "forward: an ISO 8601 duration such as PT1H or P1D; to: an instant; speed: seconds that pass in a"
                            + " real second, 0 to 86400. Time never goes back.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = TimeRequest.class))))
    @Needs(Permission.MOVE_CLOCK)
    @PostMapping(path = "/time", consumes = MediaType.APPLICATION_JSON_VALUE)
    Time move(HttpServletRequest request) throws IOException {
        TimeMachine machine = timeMachine.getIfAvailable();
        if (machine == null) {
            throw new ApiException(Problem.of(
                    404,
                    "no-time-machine",
                    "只有演示和演练可以拨动时钟",
                    "only a demonstration or a drill has a clock that can be moved"));
        }
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        if (body.size() != 1) {
            throw ApiException.badField(
                    "time.one", "body", body, "forward、to、speed 三者给一个", "give exactly one of forward, to, speed");
        }
        Map.Entry<?, ?> only = body.entrySet().iterator().next();
        String field = String.valueOf(only.getKey());
        String value = String.valueOf(only.getValue());
        TimeMachine.Change change = switch (field) {
            case "forward" -> machine.moveForward(duration(value));
            case "to" ->
                machine.moveTo(DutyFilter.time("to", value)
                        .orElseThrow(() -> ApiException.badField("value.required", "to", "", "必填", "is required")));
            case "speed" -> machine.setSpeed(number(value));
            default ->
                throw ApiException.badField(
                        "time.one", field, value, "forward、to、speed 三者给一个", "give exactly one of forward, to, speed");
        };
        return switch (change) {
            case TimeMachine.Change.Done done -> new Time(done.now(), machine.speed());
            case TimeMachine.Change.Refused refused -> throw refused(refused, field, value);
        };
    }

    private static ApiException refused(TimeMachine.Change.Refused refused, String field, String value) {
        String now = refused.now().toString();
        return new ApiException(
                switch (refused.rule()) {
                    case NOT_BACK ->
                        Problem.ofField(
                                422,
                                "time.not-back",
                                field,
                                value,
                                "时间不能倒拨；现在是" + now,
                                "time does not go back; it is " + now);
                    case NOT_SO_FAR ->
                        Problem.ofField(
                                422,
                                "time.not-so-far",
                                field,
                                value,
                                "一次最多拨快" + TimeMachine.LONGEST_MOVE.toDays() + "天",
                                "goes at most " + TimeMachine.LONGEST_MOVE.toDays() + " days ahead at once");
                    case SPEED_IN_RANGE ->
                        Problem.ofField(
                                422,
                                "time.speed",
                                field,
                                value,
                                "速度在0至" + (long) TimeMachine.HIGHEST_SPEED + "之间",
                                "lies between 0 and " + (long) TimeMachine.HIGHEST_SPEED);
                });
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw ApiException.badField(
                    "time.duration",
                    "forward",
                    text,
                    "必须是ISO 8601时长，如PT1H",
                    "must be an ISO 8601 duration such as PT1H");
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw ApiException.badField("time.number", "speed", text, "必须是数字", "must be a number");
        }
    }
}
