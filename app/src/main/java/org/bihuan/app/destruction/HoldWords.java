package org.bihuan.app.destruction;

import java.time.Instant;
import org.bihuan.policy.format.FieldError;

/** What a hold has to say. */
final class HoldWords {
    private static final int LONGEST = 200;

    private HoldWords() {}

    static void require(Hold hold, Instant now) {
        requireWords("orderedBy", hold.orderedBy(), "作出决定的法院、检察院、公安机关或主管机关", "the court or authority that ordered it");
        requireWords("basis", hold.basis(), "案号或决定书文号，不写人名", "the number of the case or order, and names nobody");
        if (!hold.until().isAfter(now)) {
            throw new DestructionRefused(FieldError.of(
                    "until",
                    hold.until().toString(),
                    "hold.until",
                    "须晚于现在；到期后保全自动结束",
                    "lies ahead of now: the hold ends by itself then"));
        }
    }

    private static void requireWords(String field, String value, String zh, String en) {
        if (value.isBlank() || value.length() > LONGEST || value.codePoints().anyMatch(Character::isISOControl)) {
            throw new DestructionRefused(FieldError.of(
                    field,
                    value,
                    "hold." + field,
                    "须写明" + zh + "，1至" + LONGEST + "个字",
                    "says in 1 to " + LONGEST + " characters " + en));
        }
    }
}
