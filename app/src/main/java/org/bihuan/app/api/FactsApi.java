package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Facts in: one, many, or a stream. */
@RestController
@Needs(Permission.RECORD_FACTS)
@RequestMapping("/api/facts")
@Tag(name = "facts", description = "Facts in. The same key with the same content again changes nothing.")
class FactsApi {
    private static final int MOST_FACTS = 5_000;

    private final FactIntake intake;
    private final JsonMapper json;

    FactsApi(FactIntake intake, JsonMapper json) {
        this.intake = intake;
        this.json = json;
    }

    @Operation(
            summary = "Record one fact or an array of up to 5,000",
            description =
                    "One envelope gives one answer: 201 recorded, 200 repeated, 409 conflict, 422 refused. An array"
                            + " gives an array of answers in its order and 200; bad facts are refused one by one, the others are"
                            + " recorded in one durable transaction. At most 16 MiB.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(oneOf = {FactEnvelope.class, FactEnvelope[].class}))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> record(HttpServletRequest request) throws IOException {
        Object body = JsonBody.read(request.getInputStream());
        if (body instanceof List<?> list) {
            if (list.size() > MOST_FACTS) {
                throw new ApiException(Problem.ofField(
                        413,
                        "batch.too-large",
                        "body",
                        list.size(),
                        "一次最多" + MOST_FACTS + "条，更多请用 /api/facts/stream",
                        "at most " + MOST_FACTS + " facts at once; use /api/facts/stream for more"));
            }
            return ResponseEntity.ok(
                    intake.record(list.stream().map(Incoming::of).toList()));
        }
        FactAnswer answer = intake.record(List.of(Incoming.of(body))).getFirst();
        if (answer.status().equals("refused") || answer.status().equals("conflict")) {
            throw new ApiException(Problem.ofErrors(answer.httpStatus(), answer.errors()));
        }
        return ResponseEntity.status(answer.httpStatus()).body(answer);
    }

    @Operation(
            summary = "Record any number of facts, one a line",
            description =
                    "NDJSON in, NDJSON out: one answer a line, in order, each with the number of its line. Every 500"
                            + " facts are one durable transaction; what has been answered is kept. A line that cannot be read is"
                            + " refused by its number and the others go on. Read the answers while you send: the server holds no"
                            + " more than one batch.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(implementation = FactEnvelope.class))))
    @PostMapping(
            path = "/stream",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        new FactStream(intake, json, response.getOutputStream()).run(request.getInputStream());
    }
}
