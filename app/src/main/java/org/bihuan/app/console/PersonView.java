package org.bihuan.app.console;

import java.util.List;
import org.bihuan.app.arrivals.ArrivalLine;
import org.bihuan.app.arrivals.ClaimView;
import org.bihuan.app.audit.AuditEntry;
import org.bihuan.app.notices.Delivery;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.photos.Photo;

/**
 * What the page of a person shows beside facts and decisions.
 *
 * @param id of the person, empty for subjects that are no persons
 * @param phone telephone, empty when none is known
 * @param household id of the household, empty when none is known
 * @param readings who looked
 * @param arrivals how far each arrival has come, the latest first
 * @param claims declarations with a document that nobody has compared with them yet
 */
public record PersonView(
        String id,
        List<Document> documents,
        List<Photo> photos,
        String phone,
        String household,
        List<AuditEntry> readings,
        List<ArrivalLine> arrivals,
        List<ClaimView> claims) {
    /** For subjects that are no persons. */
    static final PersonView NONE = new PersonView("", List.of(), List.of(), "", "", List.of(), List.of(), List.of());

    /** A document and its ways to the person. */
    public record Document(Notice notice, List<Delivery> deliveries, String issuedBy) {}
}
