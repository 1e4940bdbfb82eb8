package org.bihuan.app.doorstep;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the installed page asks the server for. */
@RestController
@Needs(Permission.DO_DUTIES)
@RequestMapping(path = "/api/doorstep", produces = MediaType.APPLICATION_JSON_VALUE)
class DoorstepApi {
    private final Packets packets;
    private final Sync sync;
    private final OtherWork others;
    private final Clock clock;

    DoorstepApi(Packets packets, Sync sync, OtherWork others, Clock clock) {
        this.packets = packets;
        this.sync = sync;
        this.others = others;
        this.clock = clock;
    }

    /** Why a request cannot be met: the field, its value, the rule in both languages. */
    record Wrong(String field, String value, String zh, String en) {}

    @Needs(Permission.SEE_SUBJECTS)
    @GetMapping("/packet")
    ResponseEntity<Object> packet(
            @RequestParam(defaultValue = "") String division, @RequestParam(defaultValue = "") String owner) {
        Optional<DivisionCode> where = DivisionCode.parse(division).filter(Divisions.load()::exists);
        if (where.isEmpty()) {
            return wrong(400, "division", division, "必须是存在的12位区划代码", "must be an existing 12-digit division");
        }
        Optional<String> role = owner.isBlank() ? Optional.empty() : Optional.of(owner);
        return switch (packets.make(where.get(), role, clock.instant())) {
            case Packets.Result.Made made ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(made.packet());
            case Packets.Result.TooLarge large ->
                wrong(
                        422,
                        "division",
                        division,
                        "人员或任务超过" + large.most() + "，请选择更小的区域，例如一个社区",
                        "has more than " + large.most()
                                + " people or tasks; choose a smaller place, such as one community");
        };
    }

    /**
     * What a phone sends.
     *
     * @param device the phone's own name for itself
     * @param phoneAt its clock now, milliseconds since 1970
     * @param commands what was done, in the order in which it was done
     */
    record Batch(String device, @Nullable Long phoneAt, List<CommandText> commands) {}

    /** A command as text, so that one that is damaged does not keep the others back. */
    record CommandText(
            String id,
            String action,
            String target,
            Map<String, Object> fields,
            @Nullable Long phoneAt,
            @Nullable Long offsetMillis) {}

    /** The server's clock and what became of the commands. */
    record Answer(Instant serverAt, List<OutcomeText> outcomes) {}

    /** An outcome with the words of its state. */
    record OutcomeText(String id, String status, List<Wrong> errors, boolean clockDoubt, Optional<Instant> metAt) {}

    @PostMapping(path = "/sync", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> sync(@RequestBody Batch batch) {
        if (batch.device() == null || !batch.device().matches("[0-9a-f-]{8,40}")) {
            return wrong(400, "device", String.valueOf(batch.device()), "格式不对", "is not a device's name");
        }
        if (batch.commands() == null || batch.commands().size() > CommandReader.MOST) {
            return wrong(
                    400,
                    "commands",
                    "",
                    "每次最多" + CommandReader.MOST + "条",
                    "holds at most " + CommandReader.MOST + " at a time");
        }
        Long phoneAt = batch.phoneAt();
        if (phoneAt == null) {
            return wrong(400, "phoneAt", "", "缺少手机时间（1970年以来的毫秒数）", "is the phone's clock in milliseconds since 1970");
        }
        Instant now = clock.instant();
        CommandReader.Read read = CommandReader.read(batch.commands(), others.names());
        String source = "doorstep-" + batch.device();
        List<OutcomeText> outcomes = new ArrayList<>();
        sync.record(read.commands(), source, phoneAt, now).forEach(each -> outcomes.add(text(each)));
        others.record(read.others(), source, phoneAt, now).forEach(each -> outcomes.add(text(each)));
        outcomes.addAll(read.damaged());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(clock.instant(), outcomes));
    }

    /** What is no such JSON at all. */
    @ExceptionHandler({HttpMessageConversionException.class, HttpMessageNotReadableException.class})
    ResponseEntity<Object> unreadable() {
        return wrong(400, "body", "", "不是约定的JSON", "is not JSON of the shape agreed on");
    }

    static OutcomeText text(Outcome outcome) {
        return new OutcomeText(
                outcome.id().toString(),
                outcome.status().name().toLowerCase(Locale.ROOT),
                outcome.errors().stream()
                        .map(each -> new Wrong(
                                each.field(),
                                each.value(),
                                each.rule().zh(),
                                each.rule().en()))
                        .toList(),
                outcome.clockDoubt(),
                Optional.ofNullable(outcome.metAt()));
    }

    private static ResponseEntity<Object> wrong(int status, String field, String value, String zh, String en) {
        return ResponseEntity.status(status).body(new Wrong(field, value, zh, en));
    }
}
