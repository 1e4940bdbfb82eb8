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
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.notices.Delivery;
import org.bihuan.app.notices.Messages;
import org.bihuan.app.notices.Outbox;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the channels report of documents that were handed over to them. */
@RestController
@Needs(Permission.RECORD_FACTS)
@Tag(name = "deliveries", description = "What became of documents on their way to people.")
class DeliveriesApi {
    private static final Map<String, Delivery.State> STATES =
            Map.of("delivered", Delivery.State.DELIVERED, "read", Delivery.State.READ, "failed", Delivery.State.FAILED);

    private final Outbox outbox;
    private final Messages messages;
    private final Clock clock;

    DeliveriesApi(Outbox outbox, Messages messages, Clock clock) {
        this.outbox = outbox;
        this.messages = messages;
        this.clock = clock;
    }

    /** What happened, and when; now when that is not said. */
    record Report(String state, String at) {}

    /** Whether the report changed anything. */
    record Heard(String status) {}

    @Operation(
            summary = "Report that a document was delivered, read, or could not be delivered",
            description = "The same report again changes nothing, nor does one that is behind what is known.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Report.class))))
    @PostMapping(
            path = "/api/deliveries/{id}/reports",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Heard report(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        String word = String.valueOf(body.get("state"));
        Delivery.State state = STATES.get(word);
        if (state == null) {
            throw ApiException.badField(
                    "delivery.state", "state", word, "必须是delivered、read或failed", "must be delivered, read or failed");
        }
        Instant now = clock.instant();
        Instant at = body.get("at") == null
                ? now
                : DutyFilter.time("at", String.valueOf(body.get("at"))).orElse(now);
        if (at.isAfter(now)) {
            throw ApiException.badField("delivery.at", "at", at, "不能晚于现在", "must not lie ahead");
        }
        Outbox.Heard heard = outbox.report(id, state, at, now);
        if (heard == Outbox.Heard.UNKNOWN_DELIVERY) {
            heard = messages.report(id, state, at, now);
        }
        return switch (heard) {
            case UNKNOWN_DELIVERY -> throw ApiException.notFound("id", id, "没有这次送达", "there is no such delivery");
            case ALREADY_FURTHER -> new Heard("unchanged");
            case DONE -> new Heard("recorded");
        };
    }
}
