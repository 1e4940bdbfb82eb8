package org.bihuan.app.doorstep;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What a phone takes along.
 *
 * @param id tells one packet from the next
 * @param division where, 12 digits
 * @param place its name
 * @param madeAt the server's time when it was made; the phone sets its own clock against it
 * @param wipeAt when the phone must have wiped it
 * @param doors every household, whether anything is owed there or not
 * @param tasks what is owed until the end of the day, the earliest due first
 * @param forms what is asked when a task is done, by {@link PacketTask#form}
 * @param attempt what is asked when a task could not be done
 * @param visit what is asked of a visit that no task demands
 */
record Packet(
        UUID id,
        String division,
        String place,
        Instant madeAt,
        Instant wipeAt,
        List<Door> doors,
        List<PacketTask> tasks,
        Map<String, Form> forms,
        Form attempt,
        Form visit) {

    /** A household in its place, 12 digits or empty; what the last visit noted, and when: null when nobody was there. */
    record Door(
            String household,
            String division,
            List<Resident> people,
            String needs,
            @Nullable Instant visitedAt) {}

    /** Somebody who lives there. */
    record Resident(String subject, String name, @Nullable Integer bornYear) {}

    /** What is asked; the moment is known by the phone. */
    record Form(Wording title, String timeField, List<Field> fields) {}

    /** One question. */
    record Field(String name, Wording label, String type, List<Choice> choices, boolean required) {}

    /** One answer to choose. */
    record Choice(String value, Wording label) {}
}
