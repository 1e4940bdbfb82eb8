package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.returns.BoardLine;
import org.bihuan.app.returns.GivenReturn;
import org.bihuan.app.returns.ReportingUnit;
import org.bihuan.app.returns.Returns;
import org.bihuan.app.returns.Units;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Daily returns and the units that give them. */
@Tag(name = "returns")
@RestController
@RequestMapping(path = "/api/returns", produces = MediaType.APPLICATION_JSON_VALUE)
class ReturnsApi {
    private static final int MOST = 1_000;

    private final Returns returns;
    private final Units units;
    private final Clock clock;
    private final ZoneId zone;

    ReturnsApi(Returns returns, Units units, Clock clock, @Value("${bihuan.zone}") ZoneId zone) {
        this.returns = returns;
        this.units = units;
        this.clock = clock;
        this.zone = zone;
    }

    /** How a unit stands. State is missing, expected, on_time or late; answers are null while it is not in, never 0. */
    @Schema(name = "ReturnState")
    record LineAnswer(
            UUID unit,
            String name,
            String division,
            String contact,
            String phone,
            String state,
            Instant deadline,
            @Nullable Boolean zero,
            @Nullable Map<String, String> answers,
            int revisions) {
        static LineAnswer of(BoardLine line) {
            GivenReturn latest = line.latest();
            return new LineAnswer(
                    line.unit().id(),
                    line.unit().name(),
                    line.unit().division().toString(),
                    line.unit().contact(),
                    line.unit().phone(),
                    line.state().name().toLowerCase(Locale.ROOT),
                    line.deadline(),
                    latest == null ? null : latest.isZero(),
                    latest == null ? null : latest.answers(),
                    line.revisions().size());
        }
    }

    /** A reporting unit. */
    @Schema(name = "ReportingUnit")
    record UnitAnswer(
            UUID id, String name, String kind, String division, String contact, String phone, boolean reports) {
        static UnitAnswer of(ReportingUnit unit) {
            return new UnitAnswer(
                    unit.id(),
                    unit.name(),
                    unit.kind(),
                    unit.division().toString(),
                    unit.contact(),
                    unit.phone(),
                    unit.until() == null);
        }
    }

    /** A return. */
    @Schema(name = "ReturnEntry")
    record ReturnRequest(
            String key,
            UUID unit,
            String form,
            String day,
            boolean zero,
            Map<String, String> answers,
            @Nullable String reason,
            @Nullable String receivedAt) {}

    /** What was taken. */
    @Schema(name = "ReturnTaken")
    record TakenAnswer(UUID key, int revision, Instant receivedAt) {}

    /** Units to be added or changed. */
    @Schema(name = "ReportingUnits")
    record UnitsRequest(List<Units.Typed> units) {}

    /** How many were saved. */
    @Schema(name = "UnitsSaved")
    record SavedAnswer(int saved) {}

    @Operation(
            summary = "Who has reported of a day and who is missing",
            description =
                    "A unit without a return is missing and never zero. Ordered by division; go on behind the last unit"
                            + " with 'after' until a page is shorter than 'limit'.")
    @Needs(Permission.GIVE_RETURNS)
    @GetMapping
    List<LineAnswer> board(
            @Parameter(description = "Kind of return") @RequestParam(defaultValue = "") String form,
            @Parameter(description = "Day, today when left out") @RequestParam(defaultValue = "") String day,
            @Parameter(description = "Only in this state") @RequestParam(defaultValue = "") String state,
            @Parameter(description = "Id of the unit to go on behind") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "How many at most, 1000 when left out") @RequestParam(defaultValue = "1000")
                    int limit) {
        Instant now = clock.instant();
        LocalDate of = day.isEmpty() ? today() : Entered.day("day", new Wording("日期", "Day"), day);
        int most = Math.max(1, Math.min(limit, MOST));
        List<LineAnswer> lines = new ArrayList<>();
        AtomicBoolean isBehind = new AtomicBoolean(after.isEmpty());
        returns.board(form, of, now, each -> {
            LineAnswer line = LineAnswer.of(each);
            if (isBehind.get()
                    && lines.size() < most
                    && (state.isEmpty() || line.state().equals(state))) {
                lines.add(line);
            }
            isBehind.compareAndSet(false, line.unit().toString().equals(after));
        });
        if (!isBehind.get()) { // an empty answer would say that nobody is left
            throw new Refused(
                    "after",
                    new Wording("接续单位", "Unit to go on behind"),
                    after,
                    new Wording("不在这一天的表上，请不带after从头再取", "is not on the board of that day: begin again without it"));
        }
        return lines;
    }

    @Operation(
            summary = "Give a return or amend one",
            description =
                    "The same key again changes nothing. Counts that are all 0 need zero: true. An amendment needs a reason;"
                            + " what it amends stays.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ReturnRequest.class))))
    @Needs(Permission.GIVE_RETURNS)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    TakenAnswer give(HttpServletRequest request) throws IOException {
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        Map<String, String> answers = new HashMap<>();
        if (body.get("answers") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> answers.put(String.valueOf(name), String.valueOf(value)));
        }
        GivenReturn taken = returns.give(
                new Returns.Entry(
                        text(body, "key"),
                        Entered.key(text(body, "unit")),
                        text(body, "form"),
                        Entered.day("day", new Wording("日期", "Day"), text(body, "day")),
                        Boolean.TRUE.equals(body.get("zero")),
                        answers,
                        text(body, "reason"),
                        text(body, "receivedAt")),
                by(),
                clock.instant());
        return new TakenAnswer(taken.id(), taken.revision(), taken.receivedAt());
    }

    @Operation(summary = "The units that report")
    @Needs(Permission.GIVE_RETURNS)
    @GetMapping("/units")
    List<UnitAnswer> units() {
        return units.list().stream().map(UnitAnswer::of).toList();
    }

    @Operation(
            summary = "Add units, or change those of the same name in the same division",
            description = "All or none.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = UnitsRequest.class))))
    @Needs(Permission.COMMAND)
    @PostMapping(path = "/units", consumes = MediaType.APPLICATION_JSON_VALUE)
    SavedAnswer put(HttpServletRequest request) throws IOException {
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        List<Units.Typed> typed = new ArrayList<>();
        if (body.get("units") instanceof List<?> list) {
            for (Object each : list) {
                Map<?, ?> unit = each instanceof Map<?, ?> map ? map : Map.of();
                typed.add(new Units.Typed(
                        text(unit, "name"),
                        text(unit, "kind"),
                        text(unit, "division"),
                        text(unit, "contact"),
                        text(unit, "phone"),
                        text(unit, "login")));
            }
        }
        return new SavedAnswer(units.put(typed, by(), today(), clock.instant()));
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private static String by() {
        return Asking.asker().map(Asker::login).orElse("?");
    }

    private static String text(Map<?, ?> body, String name) {
        Object value = body.get(name);
        return value == null ? "" : value.toString();
    }
}
