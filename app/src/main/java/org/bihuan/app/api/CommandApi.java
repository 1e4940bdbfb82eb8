package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.briefing.Briefing;
import org.bihuan.app.briefing.BriefingSheet;
import org.bihuan.app.briefing.Briefings;
import org.bihuan.app.briefing.Figure;
import org.bihuan.app.directives.Directives;
import org.bihuan.app.directives.Pending;
import org.bihuan.app.site.Entered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Directives for the systems of those they are sent to, and briefings for those of headquarters. */
@Tag(name = "command")
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class CommandApi {
    private static final int LISTED = 60;

    private final Directives directives;
    private final Briefings briefings;
    private final Clock clock;

    CommandApi(Directives directives, Briefings briefings, Clock clock) {
        this.directives = directives;
        this.briefings = briefings;
        this.clock = clock;
    }

    /** A directive that was sent to whoever asks. */
    @Schema(name = "DirectiveReceived")
    record DirectiveAnswer(
            UUID id,
            UUID recipient,
            String number,
            String title,
            String body,
            boolean needsAnswer,
            Instant sentAt,
            @Nullable Instant deadlineAt,
            @Nullable Instant endedAt,
            @Nullable Instant readAt,
            @Nullable Instant answeredAt,
            int reminders) {
        static DirectiveAnswer of(Pending each) {
            return new DirectiveAnswer(
                    each.directive().id(),
                    each.recipient().id(),
                    each.directive().number(),
                    each.directive().title(),
                    each.directive().body(),
                    each.directive().needsAnswer(),
                    each.directive().sentAt(),
                    each.directive().deadlineAt(),
                    each.directive().endedAt(),
                    each.recipient().readAt(),
                    each.recipient().answeredAt(),
                    each.recipient().reminders());
        }
    }

    /** An answer. */
    @Schema(name = "DirectiveReplyEntry")
    record ReplyRequest(String key, UUID recipient, String answer) {}

    /** That it was taken. */
    @Schema(name = "DirectiveReplied")
    record RepliedAnswer(UUID directive, UUID recipient) {}

    /** A briefing. */
    @Schema(name = "BriefingListed")
    record BriefingAnswer(UUID id, String division, String day, Instant cutOff, Instant frozenAt) {
        static BriefingAnswer of(Briefing each) {
            return new BriefingAnswer(
                    each.id(), each.division().toString(), each.day().toString(), each.cutOff(), each.frozenAt());
        }
    }

    /** A figure; value is null while it is not known, corrected is what it would be by what is known since. */
    @Schema(name = "BriefingFigure")
    record FigureAnswer(
            String key,
            String zh,
            String en,
            @Nullable String place,
            @Nullable Long value,
            @Nullable Long before,
            @Nullable Long corrected,
            String list) {}

    @Operation(summary = "Directives sent to whoever asks, the latest first")
    @Needs(Permission.READ_DIRECTIVES)
    @GetMapping("/directives")
    List<DirectiveAnswer> inbox() {
        return directives.inbox(asker()).stream().map(DirectiveAnswer::of).toList();
    }

    @Operation(
            summary = "Answer a directive",
            description = "The same key again changes nothing. An answer also acknowledges.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ReplyRequest.class))))
    @Needs(Permission.READ_DIRECTIVES)
    @PostMapping(path = "/directives/{id}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    RepliedAnswer answer(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        if (directives.find(id, asker()).isEmpty()) {
            throw ApiException.notFound("id", id, "没有这个指令", "there is no such directive");
        }
        UUID recipient = Entered.key(text(body, "recipient"));
        directives.answer(id, recipient, text(body, "key"), text(body, "answer"), asker(), clock.instant());
        return new RepliedAnswer(id, recipient);
    }

    @Operation(summary = "Frozen briefings, the latest first")
    @Needs(Permission.SEE_BRIEFINGS)
    @GetMapping("/briefings")
    List<BriefingAnswer> briefings() {
        return briefings.latest(LISTED).stream().map(BriefingAnswer::of).toList();
    }

    @Operation(summary = "The figures of a briefing, each with the address of its list")
    @Needs(Permission.SEE_BRIEFINGS)
    @GetMapping("/briefings/{id}")
    List<FigureAnswer> briefing(@PathVariable UUID id) {
        BriefingSheet sheet = briefings
                .sheet(id)
                .orElseThrow(() -> ApiException.notFound("id", id, "没有这期晨报", "there is no such briefing"));
        return sheet.parts().stream()
                .flatMap(part -> part.rows().stream())
                .flatMap(row -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(answer(sheet, row, row.figure(), row.corrected())),
                        row.places().stream().map(each -> answer(sheet, row, each, each.value()))))
                .toList();
    }

    private static FigureAnswer answer(
            BriefingSheet sheet, BriefingSheet.Row row, Figure figure, @Nullable Long corrected) {
        return new FigureAnswer(
                figure.key(),
                row.label().zh(),
                row.label().en(),
                figure.place() == null ? null : figure.place().toString(),
                figure.value(),
                figure.before(),
                corrected,
                sheet.address(figure.key(), figure.place()));
    }

    private static Asker asker() {
        return Asking.asker().orElseThrow();
    }

    private static String text(Map<?, ?> body, String name) {
        Object value = body.get(name);
        return value == null ? "" : value.toString();
    }
}
