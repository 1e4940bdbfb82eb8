package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.format.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Traveller ledgers in. */
@RestController
@Needs(Permission.RECORD_FACTS)
@Tag(name = "facts")
class LedgerApi {
    private final Facts facts;
    private final Rules rules;
    private final Clock clock;

    LedgerApi(Facts facts, Rules rules, Clock clock) {
        this.facts = facts;
        this.rules = rules;
        this.clock = clock;
    }

    @Operation(
            summary = "Record a traveller ledger",
            description =
                    "CSV in UTF-8 with a header. Rows with a bad cell are refused by line and the others recorded, 500"
                            + " rows in a durable transaction. The same file under the same name again changes nothing; a changed row"
                            + " under the same name is a conflict: give a later ledger a name of its own and say in statedAt when it"
                            + " was drawn up. A browser or a form must add the header X-Bihuan-Client.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @PostMapping(path = "/api/ledgers", consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    LedgerAnswer record(
            @Parameter(description = "Name of the ledger, at most 100 characters") @RequestParam String name,
            @Parameter(
                            description =
                                    "When it was drawn up, ISO 8601 with offset; later statements go before earlier ones")
                    @RequestParam(required = false)
                    @Nullable String statedAt,
            HttpServletRequest request)
            throws IOException {
        String known = name.strip();
        if (known.isEmpty() || known.length() > 100 || known.codePoints().anyMatch(Character::isISOControl)) {
            throw ApiException.badField("ledger.name", "name", name, "1至100个字符", "has 1 to 100 characters");
        }
        if (statedAt != null && Times.parse(statedAt) == null) {
            throw ApiException.badField(
                    "field.time", "statedAt", statedAt, "必须是带时区的ISO 8601时间", "must be ISO 8601 with an offset or Z");
        }
        LedgerColumns columns = rules.ledgerColumns()
                .orElseThrow(() -> new ApiException(Problem.of(
                        409, "no-pack", "没有生效的命令，无法理解台账的列", "no order is in force that gives the columns a meaning")));
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8.newDecoder()), 1 << 16);
        try {
            return new LedgerIntake(facts, rules, columns, known, statedAt, clock.instant())
                    .run(new Ledger(reader, columns));
        } catch (PackFormatException e) {
            String message = String.valueOf(e.getMessage());
            throw new ApiException(Problem.ofField(422, "ledger.format", "body", "", "台账无法读取：" + message, message));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new ApiException(Problem.ofField(
                        422,
                        "ledger.encoding",
                        "body",
                        "",
                        "不是UTF-8；此前的整批行已记录，改好后整份重发即可",
                        "is not UTF-8; whole batches before it are recorded, so mend it and send it all again"));
            }
            throw e;
        }
    }
}
