package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.SubjectState;
import org.bihuan.app.facts.BulkFact;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.FactOrigin;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.exchange.DecisionJson;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a subject stands, and why. */
@RestController
@Needs(Permission.SEE_SUBJECTS)
@RequestMapping(path = "/api/subjects/{type}/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "subjects", description = "People, classes, schools, premises, regions.")
class SubjectsApi {
    private static final int MOST_DECISIONS = 500;

    private final Duties duties;
    private final Facts facts;
    private final Disclosure disclosure;
    private final Clock clock;
    private final JsonMapper json;
    private final ZoneId zone;

    SubjectsApi(
            Duties duties,
            Facts facts,
            Disclosure disclosure,
            Clock clock,
            JsonMapper json,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.disclosure = disclosure;
        this.duties = duties;
        this.facts = facts;
        this.clock = clock;
        this.json = json;
        this.zone = zone;
    }

    /**
     * A fact of a subject; it stands unless another one corrects it or takes it back, and rules read it unless its
     * payload does not fit its kind.
     */
    record SubjectFact(
            String id,
            String kind,
            String source,
            String key,
            Instant occurredAt,
            @Nullable Instant statedAt,
            Instant recordedAt,
            int trust,
            @Nullable String corrects,
            boolean stands,
            boolean isRead,
            List<String> subjects,
            @Nullable String division,
            Map<String, String> fields) {}

    @Operation(
            summary = "The decision as of now",
            description = "Worked out from the record at this moment, in the shape that ./bihuan judge prints.")
    @GetMapping
    byte[] decision(@PathVariable String type, @PathVariable String id) {
        Instant now = clock.instant();
        SubjectState state = state(type, id, now);
        ByteArrayOutputStream body = new ByteArrayOutputStream(2_048);
        new DecisionJson(zone, state.decision().packs()).write(body, state.subject(), now, state.decision(), List.of());
        return body.toByteArray();
    }

    @Operation(
            summary = "Its facts, corrections and retractions included",
            description = "By time of happening. Those of everybody merged with it are among them.")
    @GetMapping("/facts")
    List<SubjectFact> facts(@PathVariable String type, @PathVariable String id) {
        List<Fact> all =
                new ArrayList<>(state(type, id, clock.instant()).dossier().facts());
        Set<FactId> standing = new HashSet<>();
        Corrections.standing(all).forEach(each -> standing.add(each.fact().id()));
        Map<FactId, FactOrigin> origins =
                facts.origins(all.stream().map(Fact::id).toList());
        all.sort(Comparator.comparing(Fact::occurredAt).thenComparing(Fact::id));
        return disclosure.open(WhoReads.now(), "api", Action.VIEW, all, "", clock.instant()).stream()
                .map(fact -> answer(fact, standing, origins))
                .toList();
    }

    private static SubjectFact answer(Fact fact, Set<FactId> standing, Map<FactId, FactOrigin> origins) {
        FactOrigin origin = origins.getOrDefault(fact.id(), new FactOrigin("", "", fact.kind(), "{}"));
        FactId corrects = fact.corrects();
        Map<String, String> fields = new TreeMap<>();
        fact.fields().forEach((name, value) -> fields.put(name, value.toString()));
        return new SubjectFact(
                fact.id().toString(),
                origin.kind(),
                origin.source(),
                origin.key(),
                fact.occurredAt(),
                fact.isDated() ? fact.statedAt() : null,
                fact.recordedAt(),
                fact.trust(),
                corrects == null ? null : corrects.toString(),
                standing.contains(fact.id()),
                !fact.kind().equals(Fact.SILENT),
                fact.subjects().stream().map(each -> each.subject().toString()).toList(),
                fact.division() == null ? null : fact.division().toString(),
                fields);
    }

    @Operation(
            summary = "Its stored decisions, the latest first",
            description = "A decision is stored when it differs from the last.")
    @GetMapping("/decisions")
    List<Map<String, Object>> decisions(
            @PathVariable String type,
            @PathVariable String id,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_DECISIONS) {
            throw ApiException.badField(
                    "limit.range", "limit", limit, "1至" + MOST_DECISIONS, "lies between 1 and " + MOST_DECISIONS);
        }
        SubjectId subject = state(type, id, clock.instant()).subject();
        List<Map<String, Object>> answers = new ArrayList<>();
        for (SubjectState.Stored stored : duties.decisions(subject, limit)) {
            Map<String, Object> answer = new HashMap<>();
            answer.put("decidedAt", stored.decidedAt());
            answer.put("decision", json.readValue(stored.body(), JsonNode.class));
            answers.add(answer);
        }
        return answers;
    }

    /** A bulk fact about a subject; rules see the decisive ones only. */
    record Reading(
            String id,
            String kind,
            String source,
            String key,
            Instant occurredAt,
            @Nullable String corrects,
            boolean isDecisive,
            Map<String, String> fields) {}

    @Operation(
            summary = "Its bulk facts, the latest first",
            description =
                    "Readings and the like, decisive or not, as they were recorded, corrections included. The next"
                            + " page begins before the occurredAt of the last.")
    @GetMapping("/readings")
    List<Reading> readings(
            @PathVariable String type,
            @PathVariable String id,
            @Parameter(description = "Only those that happened before") @RequestParam(defaultValue = "") String before,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_DECISIONS) {
            throw ApiException.badField(
                    "limit.range", "limit", limit, "1至" + MOST_DECISIONS, "lies between 1 and " + MOST_DECISIONS);
        }
        Instant end = DutyFilter.time("before", before).orElse(clock.instant().plusSeconds(1));
        List<SubjectId> group =
                facts.groups(List.of(subject(type, id))).values().iterator().next();
        return facts.listBulk(group, end, limit).stream()
                .map(SubjectsApi::reading)
                .toList();
    }

    private static Reading reading(BulkFact bulk) {
        Fact fact = bulk.fact();
        FactId corrects = fact.corrects();
        Map<String, String> fields = new TreeMap<>();
        fact.fields().forEach((name, value) -> fields.put(name, value.toString()));
        return new Reading(
                fact.id().toString(),
                fact.kind(),
                bulk.source(),
                bulk.key(),
                fact.occurredAt(),
                corrects == null ? null : corrects.toString(),
                bulk.isDecisive(),
                fields);
    }

    @Operation(summary = "Its duties, whatever their state")
    @GetMapping("/duties")
    List<DutyAnswer> duties(@PathVariable String type, @PathVariable String id) {
        Instant now = clock.instant();
        SubjectState state = state(type, id, now);
        return state.decision().duties().stream()
                .map(duty -> DutyAnswer.of(state.subject(), duty, now))
                .toList();
    }

    private SubjectState state(String type, String id, Instant now) {
        return duties.findSubject(subject(type, id), now)
                .orElseThrow(() -> ApiException.notFound(
                        "subject", type + ":" + id, "没有关于它的事实或命令", "no fact and no order speaks of it"));
    }

    private static SubjectId subject(String type, String id) {
        if (type.isEmpty() || id.isEmpty() || type.indexOf(':') >= 0 || id.indexOf('\0') >= 0) {
            throw ApiException.badField("subject.type", "type", type, "不是主体类型", "is no type of subject");
        }
        return new SubjectId(type, id);
    }
}
