package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.facts.Facts;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who read about a subject. */
@Tag(name = "subjects")
@RestController
@RequestMapping(path = "/api/subjects/{type}/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Permission.SEE_SUBJECTS)
class AccessLogApi {
    private static final int MOST = 500;

    private final Audit audit;
    private final Facts facts;

    AccessLogApi(Audit audit, Facts facts) {
        this.audit = audit;
        this.facts = facts;
    }

    /** One query that showed the subject; whom else it showed stays unsaid. */
    record Look(long number, Instant at, String user, String action, String purpose) {}

    @Operation(
            summary = "Who looked at it, the latest first",
            description = "Also under the names of everybody merged with it. Everybody may know it of themselves.")
    @GetMapping("/access-log")
    List<Look> looks(
            @PathVariable String type,
            @PathVariable String id,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ApiException.badField("limit.range", "limit", limit, "1至" + MOST, "lies between 1 and " + MOST);
        }
        if (type.isEmpty() || id.isEmpty() || type.indexOf(':') >= 0 || (type + id).indexOf('\0') >= 0) {
            throw ApiException.badField("subject.type", "type", type, "不是主体类型", "is no type of subject");
        }
        Map<SubjectId, List<SubjectId>> groups = facts.groups(List.of(new SubjectId(type, id)));
        if (facts.read(groups).values().stream().allMatch(own -> own.facts().isEmpty())) {
            throw ApiException.notFound("subject", type + ":" + id, "没有关于它的事实或命令", "no fact and no order speaks of it");
        }
        List<String> aliases = groups.values().stream()
                .flatMap(List::stream)
                .map(SubjectId::toString)
                .toList();
        return audit.about(aliases, limit).stream()
                .map(each -> new Look(
                        each.number(), each.at(), each.user(), each.action().word(), each.purpose()))
                .toList();
    }
}
