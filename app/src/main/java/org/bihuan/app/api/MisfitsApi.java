package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Misfit;
import org.bihuan.policy.fact.FactId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Facts that no rule reads, and why. */
@RestController
@Needs(Permission.RECORD_FACTS)
@RequestMapping(path = "/api/facts/misfits", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "facts")
class MisfitsApi {
    private static final int MOST = 500;

    private final Facts facts;

    MisfitsApi(Facts facts) {
        this.facts = facts;
    }

    /** A fact that does not fit its kind, field by field. */
    record MisfitAnswer(
            String id,
            String kind,
            String source,
            String key,
            Instant recordedAt,
            List<String> subjects,
            List<ErrorAnswer> errors) {}

    /** A page; {@code next} is null on the last one. */
    record Misfits(List<MisfitAnswer> facts, @Nullable String next) {}

    @Operation(
            summary = "Facts that do not fit the declaration of their kind",
            description =
                    "They were recorded before a pack declared their kind as it does now. They are kept and no rule"
                            + " reads them; a correction that fits takes their place.")
    @GetMapping
    Misfits list(
            @Parameter(description = "next of the page before") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ApiException.badField("limit.range", "limit", limit, "1至" + MOST, "lies between 1 and " + MOST);
        }
        List<Misfit> found = facts.misfits(after.isEmpty() ? null : id(after), limit);
        return new Misfits(
                found.stream().map(MisfitsApi::answer).toList(),
                found.size() < limit ? null : found.getLast().id().toString());
    }

    private static FactId id(String text) {
        try {
            return new FactId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw ApiException.badField(
                    "cursor", "after", text, "请原样使用上一页给出的 next", "take the next of the page before as it is");
        }
    }

    private static MisfitAnswer answer(Misfit misfit) {
        return new MisfitAnswer(
                misfit.id().toString(),
                misfit.kind(),
                misfit.source(),
                misfit.key(),
                misfit.recordedAt(),
                misfit.subjects().stream()
                        .map(each -> each.subject().toString())
                        .toList(),
                misfit.errors().stream().map(ErrorAnswer::of).toList());
    }
}
