package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of duties. */
@RestController
@Needs(Permission.SEE_DUTIES)
@RequestMapping(path = "/api/duties", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "duties", description = "What is owed, by whom, until when.")
class DutiesApi {
    private static final String PAGE = "50";

    private final Duties duties;
    private final Clock clock;

    DutiesApi(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    /**
     * A page of duties.
     *
     * @param at the moment they are shown for
     * @param next the parameter {@code after} of the next page, null on the last
     */
    record DutyPage(
            Instant at, List<DutyAnswer> duties, @Nullable String next) {}

    /** How many duties the same filter lists. */
    record DutyCount(Instant at, Map<String, Long> byState, long total) {}

    @Operation(
            summary = "List duties by due time",
            description = "Keyset paging: give next of a page as after of the following one.")
    @GetMapping
    DutyPage list(
            @Parameter(description = "scheduled, open, met, late, waived; several with commas; any when left out")
                    @RequestParam(required = false)
                    @Nullable List<String> state,
            @Parameter(description = "12-digit division; all inside it") @RequestParam(required = false) @Nullable String division,
            @Parameter(description = "Role that owes it") @RequestParam(required = false) @Nullable String owner,
            @Parameter(description = "Kind in the vocabulary") @RequestParam(required = false) @Nullable String kind,
            @Parameter(description = "Only due before this moment") @RequestParam(required = false) @Nullable String dueBefore,
            @Parameter(description = "Who was told to do it, as it was written; me for whoever asks")
                    @RequestParam(required = false)
                    @Nullable String assignee,
            @Parameter(description = "next of the page before") @RequestParam(required = false) @Nullable String after,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = PAGE) int limit) {
        Instant now = clock.instant();
        DutyQuery query = new DutyQuery(
                DutyFilter.states(state),
                DutyFilter.division(division),
                DutyFilter.word(owner),
                DutyFilter.word(kind),
                DutyFilter.time("dueBefore", dueBefore),
                DutyFilter.assigned(assignee),
                DutyFilter.after(after),
                DutyFilter.limit(limit));
        List<DutyView> page = duties.list(query, now);
        String next = page.size() < limit ? null : DutyFilter.cursor(page.getLast());
        return new DutyPage(now, page.stream().map(DutyAnswer::of).toList(), next);
    }

    @Operation(summary = "Count duties by state", description = "The length of the list with the same filter.")
    @Needs(Permission.SEE_FIGURES)
    @GetMapping("/count")
    DutyCount count(
            @Parameter(description = "As in the list") @RequestParam(required = false) @Nullable List<String> state,
            @Parameter(description = "As in the list") @RequestParam(required = false) @Nullable String division,
            @Parameter(description = "As in the list") @RequestParam(required = false) @Nullable String owner,
            @Parameter(description = "As in the list") @RequestParam(required = false) @Nullable String kind,
            @Parameter(description = "As in the list") @RequestParam(required = false) @Nullable String dueBefore,
            @Parameter(description = "As in the list") @RequestParam(required = false) @Nullable String assignee) {
        Instant now = clock.instant();
        DutyQuery query = new DutyQuery(
                DutyFilter.states(state),
                DutyFilter.division(division),
                DutyFilter.word(owner),
                DutyFilter.word(kind),
                DutyFilter.time("dueBefore", dueBefore),
                DutyFilter.assigned(assignee),
                java.util.Optional.empty(),
                1);
        Map<String, Long> counts = new TreeMap<>();
        duties.count(query, now).forEach((each, count) -> counts.put(DutyAnswer.state(each), count));
        return new DutyCount(
                now, counts, counts.values().stream().mapToLong(Long::longValue).sum());
    }

    @Operation(summary = "One duty")
    @GetMapping("/{id}")
    DutyAnswer show(@Parameter(description = "Its id") @PathVariable UUID id) {
        return DutyAnswer.of(duties.find(id, clock.instant()).orElseThrow(() -> noSuch(id)));
    }

    static ApiException noSuch(UUID id) {
        return ApiException.notFound("id", id, "没有这个任务", "there is no such duty");
    }
}
