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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Append;
import org.bihuan.app.work.DutyWork;
import org.bihuan.app.work.WorkKind;
import org.bihuan.policy.pack.FactFilter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done about a duty; each request records one fact about its subject. */
@RestController
@Needs(Permission.DO_DUTIES)
@RequestMapping(
        path = "/api/duties/{id}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "duties")
class DutyWorkApi {
    private static final String SOURCE = "api";
    private static final String KEY = "Idempotency-Key";
    private static final String KEY_MEANS = "Chosen by the caller; the same key and content again changes nothing";
    private static final int LONGEST_KEY = 100;

    private final Duties duties;
    private final DutyWork work;
    private final Clock clock;

    DutyWorkApi(Duties duties, DutyWork work, Clock clock) {
        this.duties = duties;
        this.work = work;
        this.clock = clock;
    }

    /** Fields of an attempt. */
    record Attempt(String result, String attemptedAt, String nextAttemptAt) {}

    /** Fields of an assignment. */
    record Assignment(String assignee, String assignedAt) {}

    /** Fields of a waiver. */
    record Waiver(String by, String reason, String waivedAt) {}

    /** Fields of an extension. */
    record Extension(String dueAt, String reason, String extendedAt) {}

    @Operation(
            summary = "Record an attempt that came to nothing",
            description = "result: nobody-home, wrong-number, refused, moved, call-back. The duty stays unmet.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Attempt.class))))
    @PostMapping("/attempts")
    ResponseEntity<FactAnswer> attempt(
            @PathVariable UUID id,
            @Parameter(description = KEY_MEANS) @RequestHeader(KEY) String key,
            HttpServletRequest request)
            throws IOException {
        return record(id, key, WorkKind.ATTEMPT, request);
    }

    @Operation(
            summary = "Say who is to do it",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Assignment.class))))
    @Needs(Permission.MANAGE_DUTIES)
    @PostMapping("/assignments")
    ResponseEntity<FactAnswer> assign(
            @PathVariable UUID id,
            @Parameter(description = KEY_MEANS) @RequestHeader(KEY) String key,
            HttpServletRequest request)
            throws IOException {
        return record(id, key, WorkKind.ASSIGNMENT, request);
    }

    @Operation(
            summary = "Waive it",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Waiver.class))))
    @Needs(Permission.MANAGE_DUTIES)
    @PostMapping("/waivers")
    ResponseEntity<FactAnswer> waive(
            @PathVariable UUID id,
            @Parameter(description = KEY_MEANS) @RequestHeader(KEY) String key,
            HttpServletRequest request)
            throws IOException {
        return record(id, key, WorkKind.WAIVER, request);
    }

    @Operation(
            summary = "Give it a later due time",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Extension.class))))
    @Needs(Permission.MANAGE_DUTIES)
    @PostMapping("/extensions")
    ResponseEntity<FactAnswer> extend(
            @PathVariable UUID id,
            @Parameter(description = KEY_MEANS) @RequestHeader(KEY) String key,
            HttpServletRequest request)
            throws IOException {
        return record(id, key, WorkKind.EXTENSION, request);
    }

    @Operation(
            summary = "Record the evidence that meets it",
            description =
                    "Fields of the kind of fact that the duty asks for. What the duty leaves no choice about, and the"
                            + " moment, may be left out. Whether the duty is met is the rules' to say: read it back.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    @PostMapping("/evidence")
    ResponseEntity<FactAnswer> evidence(
            @PathVariable UUID id,
            @Parameter(description = KEY_MEANS) @RequestHeader(KEY) String key,
            HttpServletRequest request)
            throws IOException {
        Map<String, Object> fields = fields(request);
        DutyView duty = duty(id);
        FactFilter evidence = work.evidence(duty)
                .orElseThrow(() -> new ApiException(Problem.ofField(
                        409,
                        "duty.no-evidence",
                        "id",
                        id,
                        "这个任务不由事实完成；授权事项请用 /api/parameters 作出决定",
                        "no fact meets this duty; decide a delegated value with /api/parameters")));
        return answer(work.recordEvidence(duty, evidence, fields, SOURCE, key(key), clock.instant()));
    }

    private ResponseEntity<FactAnswer> record(UUID id, String key, WorkKind kind, HttpServletRequest request)
            throws IOException {
        Map<String, Object> fields = fields(request);
        return answer(work.record(duty(id), kind, fields, SOURCE, key(key), clock.instant()));
    }

    private DutyView duty(UUID id) {
        return duties.find(id, clock.instant()).orElseThrow(() -> DutiesApi.noSuch(id));
    }

    private static String key(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ApiException.badField(
                    "key.length", KEY, key, "1至" + LONGEST_KEY + "个字符", "has 1 to " + LONGEST_KEY + " characters");
        }
        return key;
    }

    private static Map<String, Object> fields(HttpServletRequest request) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        JsonBody.readObject(request.getInputStream()).forEach((name, value) -> {
            if (value instanceof Map || value instanceof Iterable) {
                throw ApiException.badField("json.shape", String.valueOf(name), "", "必须是一个值", "must be a plain value");
            }
            if (value != null) {
                fields.put(String.valueOf(name), value);
            }
        });
        return fields;
    }

    private static ResponseEntity<FactAnswer> answer(Append append) {
        FactAnswer answer = FactAnswer.of(append);
        if (!answer.errors().isEmpty()) {
            throw new ApiException(Problem.ofErrors(answer.httpStatus(), answer.errors()));
        }
        return ResponseEntity.status(answer.httpStatus()).body(answer);
    }
}
