package org.bihuan.app.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.arrivals.Arrivals;
import org.bihuan.app.arrivals.ClaimViews;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.AuditEntry;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.SubjectState;
import org.bihuan.app.notices.Delivery;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.notices.Notices;
import org.bihuan.app.photos.Photo;
import org.bihuan.app.photos.Photos;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** What the page of a person shows beside facts and decisions. Thread-safe. */
@Component
class PersonParts {
    private static final int READINGS = 30;
    private static final int PHOTOS = 12;

    private final Notices notices;
    private final Photos photos;
    private final Audit audit;
    private final Arrivals arrivals;
    private final ClaimViews claims;
    private final Clock clock;

    PersonParts(Notices notices, Photos photos, Audit audit, Arrivals arrivals, ClaimViews claims, Clock clock) {
        this.notices = notices;
        this.photos = photos;
        this.audit = audit;
        this.arrivals = arrivals;
        this.claims = claims;
        this.clock = clock;
    }

    /** @param open the person's facts, open: who reads them has been written down */
    PersonView of(SubjectState state, List<Fact> open) {
        List<SubjectId> ids = state.aliases();
        List<AuditEntry> readings =
                audit.about(ids.stream().map(SubjectId::toString).toList(), READINGS);
        List<Notice> documents =
                ids.stream().flatMap(id -> notices.of(id).stream()).toList();
        Map<UUID, List<Delivery>> deliveries = documents.isEmpty() ? Map.of() : notices.deliveries(documents);
        List<Photo> pictures = photos.of(ids, PHOTOS);
        Instant now = clock.instant();
        return new PersonView(
                state.subject().id(),
                documents.stream()
                        .map(each -> new PersonView.Document(
                                each, deliveries.getOrDefault(each.id(), List.of()), notices.issuedBy(each.id())))
                        .toList(),
                pictures,
                latest(open, "phone"),
                latest(open, "household"),
                readings,
                arrivals.of(ids, now),
                Asking.may(Permission.HAND_OVER_ARRIVALS)
                        ? Asking.asker()
                                .map(asker -> claims.of(ids, asker, now))
                                .orElse(List.of())
                        : List.of());
    }

    /** The latest word about it, empty when nobody said it. */
    private static String latest(List<Fact> open, String field) {
        String found = "";
        for (StandingFact standing : Corrections.standing(open)) {
            String text = standing.fact().text(field);
            if (standing.fact().kind().equals("person") && text != null) {
                found = text;
            }
        }
        return found;
    }
}
