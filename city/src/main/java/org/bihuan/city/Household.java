package org.bihuan.city;

import java.util.List;
import org.bihuan.kernel.DivisionCode;

/**
 * People who live together; at least one is grown up.
 *
 * @param members in the order of their numbers, the first names the household
 */
public record Household(List<Resident> members) {
    public Household {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a household has at least one member");
        }
    }

    /** H and eight digits. */
    public String id() {
        return members.getFirst().householdId();
    }

    /** The village or community. */
    public DivisionCode residence() {
        return members.getFirst().residence();
    }
}
