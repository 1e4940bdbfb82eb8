package org.bihuan.app.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A document that was issued. It is never changed; what changes is whether it still holds.
 *
 * @param number official number
 * @param token what the code on the paper says; cannot be guessed
 * @param region who issued it lies there
 * @param measure kind of the measure, in the vocabulary
 * @param until lawful end of the measure, null while none was known
 * @param issuer who issued it
 * @param lines its title and paragraphs as they were issued; {@code {name}} stands for the person's name
 * @param state whether it holds
 */
public record Notice(
        UUID id,
        NoticeKind kind,
        String number,
        String token,
        SubjectId subject,
        DivisionCode region,
        String measure,
        Instant from,
        @Nullable Instant until,
        Instant issuedAt,
        String issuer,
        List<String> lines,
        NoticeState state) {
    public Notice {
        lines = List.copyOf(lines);
    }

    /** The text for a person of the name. */
    List<String> linesFor(String name) {
        return lines.stream().map(line -> line.replace("{name}", name)).toList();
    }
}
