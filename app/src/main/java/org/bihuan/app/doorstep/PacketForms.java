package org.bihuan.app.doorstep;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.work.DutyWork;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.pack.FactFilter;
import org.bihuan.policy.pack.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the phone asks, out of the catalogue of facts and in both languages. Thread-safe. */
@Component
class PacketForms {
    private static final String DUTY = "duty";

    private final Rules rules;
    private final DutyWork work;
    private final MessageSource messages;

    PacketForms(Rules rules, DutyWork work, MessageSource messages) {
        this.rules = rules;
        this.work = work;
        this.messages = messages;
    }

    /** The form of the fact that meets the duty; empty when no fact does. */
    Optional<Packet.Form> evidence(DutyView duty) {
        return work.evidence(duty)
                .flatMap(filter -> rules.catalogue().find(filter.kind()).map(kind -> evidence(kind, filter)));
    }

    private Packet.Form evidence(FactCatalogue.Kind kind, FactFilter filter) {
        List<Packet.Field> asked = kind.fields().values().stream()
                .filter(field -> !field.name().equals(filter.at()))
                .filter(field ->
                        filter.where().getOrDefault(field.name(), Set.of()).size() != 1)
                .map(field -> field(field, filter.where().containsKey(field.name())))
                .toList();
        return new Packet.Form(kind.wording(), filter.at(), asked);
    }

    /** The form of a kind of fact that names no duty of its own accord. */
    Packet.Form of(String kind, String timeField, List<String> required) {
        FactCatalogue.Kind found = rules.catalogue()
                .find(kind)
                .orElseThrow(() -> new IllegalStateException("the catalogue does not know " + kind));
        return new Packet.Form(
                found.wording(),
                timeField,
                found.fields().values().stream()
                        .filter(field ->
                                !field.name().equals(timeField) && !field.name().equals(DUTY))
                        .map(field -> field(field, required.contains(field.name())))
                        .toList());
    }

    private Packet.Field field(FactCatalogue.Field field, boolean required) {
        return new Packet.Field(
                field.name(),
                field.wording(),
                field.type().name().toLowerCase(Locale.ROOT),
                field.choices().stream()
                        .map(choice -> new Packet.Choice(choice, word(choice)))
                        .toList(),
                required);
    }

    private Wording word(String choice) {
        return new Wording(word(choice, Locale.SIMPLIFIED_CHINESE), word(choice, Locale.ENGLISH));
    }

    private String word(String choice, Locale locale) {
        String text = messages.getMessage("console.choice." + choice, null, choice, locale);
        return text == null ? choice : text;
    }
}
