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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.destruction.DestructionRefused;
import org.bihuan.app.destruction.Destructions;
import org.bihuan.app.destruction.Scope;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has personal data destroyed: one asks, another agrees. */
@RestController
@RequestMapping(path = "/api/destructions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "destruction", description = "销毁个人信息 Destruction of personal data")
@Needs(Permission.DESTROY_DATA)
class DestructionsApi {
    private static final int LISTED = 200;

    private final Destructions destructions;
    private final Clock clock;

    DestructionsApi(Destructions destructions, Clock clock) {
        this.destructions = destructions;
        this.clock = clock;
    }

    @Operation(summary = "The latest requests", description = "With the certificate's number once it is done.")
    @GetMapping
    List<DestructionAnswer> list() {
        return destructions.list(LISTED).stream().map(DestructionAnswer::of).toList();
    }

    @Operation(
            summary = "Ask for destruction",
            description = "Nothing is destroyed until somebody else agrees. The same id twice asks once.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = DestructionBody.class))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(HttpServletRequest request) throws IOException {
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        UUID id = id(PersonBody.required(body, "id"));
        String person = PersonBody.text(body, "person");
        Scope scope = person != null ? new Scope.Person(new SubjectId("person", person)) : outbreak(body);
        try {
            destructions.ask(id, scope, PersonBody.required(body, "reason"), request.getRemoteUser(), clock.instant());
        } catch (DestructionRefused e) {
            throw refused(e);
        }
    }

    @Operation(summary = "Agree, and destroy", description = "Somebody else than who asked. Cannot be undone.")
    @PostMapping("/{id}/approvals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable UUID id, HttpServletRequest request) {
        try {
            destructions.approve(id, request.getRemoteUser(), clock.instant());
        } catch (DestructionRefused e) {
            throw refused(e);
        }
    }

    private static Scope outbreak(Map<?, ?> body) {
        Object kinds = body.get("kinds");
        String before = PersonBody.required(body, "before");
        try {
            return new Scope.Outbreak(
                    kinds instanceof List<?> list
                            ? Set.copyOf(list.stream().map(String::valueOf).toList())
                            : Set.of(),
                    PersonBody.division(body, "division")
                            .orElseThrow(
                                    () -> ApiException.badField("value.required", "division", "", "必填", "is required")),
                    Instant.parse(before));
        } catch (DateTimeException e) {
            throw ApiException.badField(
                    "field.time",
                    "before",
                    before,
                    "必须是时刻，如2020-09-01T00:00:00Z",
                    "must be a moment such as 2020-09-01T00:00:00Z");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.badField(
                    "value.shape", "id", text, "必须是UUID，由调用方生成", "must be a UUID, made by the caller");
        }
    }

    private static ApiException refused(DestructionRefused e) {
        return ApiException.badField(
                e.error().code(),
                e.error().field(),
                e.error().value(),
                e.error().rule().zh(),
                e.error().rule().en());
    }
}
