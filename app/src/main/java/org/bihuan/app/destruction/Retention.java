package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.format.FieldError;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long what tells who people are is kept. No law this program knows of names a number of days, so there is no default:
 * one proposes it for a division, another agrees, and until then it is said wherever it matters that nobody has. Thread-safe.
 */
@Service
public class Retention {
    private static final int CITY = 2;
    private static final int LONGEST_BASIS = 200;
    private static final int MOST_DAYS = 36_500; // what an int of days and a date can be added to without overflow

    private final RetentionStore store;
    private final Rules rules;
    private final boolean isRequired;

    Retention(RetentionStore store, Rules rules, @Value("${bihuan.retention.required:false}") boolean isRequired) {
        this.store = store;
        this.rules = rules;
        this.isRequired = isRequired;
    }

    /**
     * Reads the code of a place as people write it.
     *
     * @throws DestructionRefused when it is none
     */
    public static DivisionCode division(String text) {
        return DivisionCode.parse(text.strip()).orElseThrow(() -> notYours(text));
    }

    private static DestructionRefused notYours(String value) {
        return new DestructionRefused(FieldError.of(
                "division",
                value,
                "retention.division",
                "须为本地区的12位区划代码，市级或以下",
                "is the 12-digit code of a city or smaller place in your region"));
    }

    /**
     * Proposes; nothing is in force yet.
     *
     * @param order its id is made by whoever proposes, so that twice is once
     * @throws DestructionRefused when the place is not the asker's, the days are no number of days, or the basis is missing
     */
    @Transactional
    public void ask(RetentionOrder order) {
        String basis = order.basis().strip();
        if (order.division().level() < CITY || !Asking.sight().sees(order.division())) {
            throw notYours(order.division().toString());
        }
        if (order.days() < 1 || order.days() > MOST_DAYS) {
            throw new DestructionRefused(FieldError.of(
                    "days",
                    Integer.toString(order.days()),
                    "retention.days",
                    "须为1至" + MOST_DAYS + "的整数天",
                    "is a whole number of days from 1 to " + MOST_DAYS));
        }
        if (basis.isEmpty()
                || basis.length() > LONGEST_BASIS
                || basis.codePoints().anyMatch(Character::isISOControl)) {
            throw new DestructionRefused(FieldError.of(
                    "basis",
                    basis,
                    "retention.basis",
                    "须写明依据（法规条款、命令或决定），1至" + LONGEST_BASIS + "个字",
                    "names the law, order or decision in 1 to " + LONGEST_BASIS + " characters"));
        }
        store.insert(order);
    }

    /**
     * Agrees; from now on it is in force.
     *
     * @param by never who proposed it
     * @throws DestructionRefused when it is the same person, or it waits no longer
     */
    @Transactional
    public void approve(UUID id, String by, Instant now) {
        RetentionOrder order = store.lockOpen(id)
                .filter(each -> Asking.sight().sees(each.division()))
                .orElseThrow(() -> Agreement.gone(id));
        Agreement.requireOther(by, order.askedBy());
        store.approve(order, by, now);
    }

    /** The latest ones first. */
    @Transactional(readOnly = true)
    public List<RetentionOrder> list() {
        return store.list(50);
    }

    /** Jurisdictions of orders in force for which nobody has said how long; none where only made-up people are kept. */
    @Transactional(readOnly = true)
    public List<DivisionCode> lacking() {
        if (!isRequired) {
            return List.of();
        }
        List<RetentionOrder> known = store.inForce();
        return rules.active().stream()
                .map(pack -> pack.manifest().jurisdiction())
                .filter(place -> place.level() >= CITY)
                .distinct()
                .filter(place ->
                        known.stream().noneMatch(order -> order.division().contains(place)))
                .toList();
    }
}
