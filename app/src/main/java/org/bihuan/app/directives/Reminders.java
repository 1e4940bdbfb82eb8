package org.bihuan.app.directives;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.notices.Delivery;
import org.bihuan.app.notices.Message;
import org.bihuan.app.notices.Messages;
import org.bihuan.app.shifts.Shifts;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.fact.HashId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Short messages to those who owe something: to a unit's own telephone, to a function by that of who keeps the desk there
 * at the moment. Where neither is known nothing goes out, and the sender sees that somebody has to call. Thread-safe.
 */
@Component
class Reminders {
    private static final Locale THEIRS = Locale.SIMPLIFIED_CHINESE;

    private final Messages messages;
    private final Shifts shifts;
    private final MessageSource texts;
    private final ZoneId zone;

    Reminders(Messages messages, Shifts shifts, MessageSource texts, @Value("${bihuan.zone}") ZoneId zone) {
        this.messages = messages;
        this.shifts = shifts;
        this.texts = texts;
        this.zone = zone;
    }

    /** Puts the reminder that comes next into the outbox; sending it twice sends one. */
    void send(Directive directive, Recipient to, Instant now) {
        String phone = to.phone().isEmpty()
                ? shifts.present(to.place(), now).stream()
                        .map(turn -> turn.presentPhone())
                        .findFirst()
                        .orElse("")
                : to.phone();
        if (!phone.isEmpty()) {
            messages.queue(new Message(id(to.id(), to.reminders() + 1), phone, text(directive), to.place()), now);
        }
    }

    private String text(Directive directive) {
        String sender = Divisions.load()
                .findName(directive.sender())
                .orElse(directive.sender().toString());
        String deadline = directive.deadlineAt() == null
                ? ""
                : texts.getMessage(
                        "directives.sms.deadline",
                        new Object[] {
                            DateTimeFormatter.ofPattern(texts.getMessage("site.moment", null, THEIRS), THEIRS)
                                    .format(directive.deadlineAt().atZone(zone))
                        },
                        THEIRS);
        return texts.getMessage("directives.sms", new Object[] {sender, directive.title(), deadline}, THEIRS);
    }

    /** How far the last reminder of each is; left out for those that had none or none went out to. */
    Map<UUID, Delivery.State> states(Collection<Recipient> recipients) {
        Map<UUID, UUID> last = recipients.stream()
                .filter(each -> each.reminders() > 0)
                .collect(Collectors.toMap(Recipient::id, each -> id(each.id(), each.reminders())));
        Map<UUID, Delivery.State> states = messages.states(List.copyOf(last.values()));
        Map<UUID, Delivery.State> found = new HashMap<>();
        last.forEach((recipient, message) -> {
            Delivery.State state = states.get(message);
            if (state != null) {
                found.put(recipient, state);
            }
        });
        return found;
    }

    private static UUID id(UUID recipient, int reminder) {
        return HashId.of("reminder", recipient.toString(), Integer.toString(reminder));
    }
}
