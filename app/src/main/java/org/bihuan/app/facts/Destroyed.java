package org.bihuan.app.facts;

import java.time.Instant;
import org.bihuan.policy.format.FieldError;

/**
 * What is left of somebody whose data were destroyed.
 *
 * @param certificate number of the certificate of the destruction
 * @param before what happened earlier was destroyed and is not taken again; what happens from then on is
 */
public record Destroyed(long certificate, Instant before) {
    /** Whether a happening of the moment was destroyed. */
    public boolean covers(Instant happening) {
        return happening.isBefore(before);
    }

    /** Why what says so is refused, and how something new about the same person comes in. */
    public FieldError error(String field) {
        return FieldError.of(
                field,
                "",
                "fact.destroyed",
                "此人的信息已按第" + certificate + "号销毁证明销毁，这一情况发生在销毁之前，不再收；之后的新情况请只写新的时间另行报送，" + "或由工作人员凭证件登记",
                "was destroyed under certificate " + certificate
                        + ", and this happened before: it is not taken again. What"
                        + " happened since comes in by a row or fact of its own time, or by registering with the document");
    }
}
