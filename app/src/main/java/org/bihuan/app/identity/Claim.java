package org.bihuan.app.identity;

import java.util.List;
import org.bihuan.policy.fact.SubjectId;

/**
 * A document that somebody said is theirs and that nobody has compared with them. It ties them to nobody.
 *
 * @param claimant who said so, one of their own until it is confirmed
 * @param owners who is known by the document, none when nobody is
 */
public record Claim(SubjectId claimant, List<SubjectId> owners) {
    public Claim {
        owners = List.copyOf(owners);
    }
}
