package org.bihuan.app.facts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives facts the types of the declarations in force, whenever they were recorded: a fact may come before the pack that
 * declares its kind, or before a newer declaration. What was typed by another declaration is typed from its payload when
 * it is read, so that the order of fact and pack does not matter to whoever reads; {@link Retyping} writes the outcome
 * down, which only makes the next reading quicker. Thread-safe.
 */
@Component
class Typing {
    private static final int MOST = 1_000;

    private final FactStore store;
    private final RawFactStore sent;
    private final BulkStore bulk;
    private final Rules rules;
    private final Secrecy secrecy;

    Typing(FactStore store, RawFactStore sent, BulkStore bulk, Rules rules, Secrecy secrecy) {
        this.secrecy = secrecy;
        this.store = store;
        this.sent = sent;
        this.bulk = bulk;
        this.rules = rules;
    }

    /** The facts as rules see them, by id. */
    Map<FactId, Fact> seen(Collection<StoredFact> stored) {
        FactReader reader = rules.reader();
        Map<FactId, Fact> seen = new LinkedHashMap<>();
        List<UUID> stale = new ArrayList<>();
        for (StoredFact each : stored) {
            seen.put(
                    each.fact().id(),
                    each.fits() ? reader.seen(each.fact()) : each.fact().silenced());
            if (isStale(each.fact().kind(), each.declaration(), reader)) {
                stale.add(each.fact().id().value());
            }
        }
        type(stale, reader)
                .forEach(each -> seen.put(
                        each.fact().id(),
                        each.fits() ? reader.seen(each.fact()) : each.fact().silenced()));
        return seen;
    }

    /** The declarations in force. */
    Set<UUID> declarations() {
        Set<UUID> declarations = new HashSet<>();
        rules.catalogue().kinds().values().forEach(kind -> declarations.add(kind.declaration()));
        return declarations;
    }

    /** The facts among these that can be typed by a declaration in force other than the one they were typed by. */
    List<Typed> stale(Collection<TypedBy> facts) {
        FactReader reader = rules.reader();
        return type(
                facts.stream()
                        .filter(each -> isStale(each.kind(), each.declaration(), reader))
                        .map(TypedBy::id)
                        .toList(),
                reader);
    }

    /** Facts after the id that do not fit the declaration in force. */
    List<Misfit> misfits(UUID after, int limit) {
        FactReader reader = rules.reader();
        List<Misfit> misfits = new ArrayList<>();
        for (UUID at = after; misfits.size() < limit; ) {
            List<UUID> page = store.untypedAfter(at, MOST).stream()
                    .map(each -> each.fact().id().value())
                    .toList();
            if (page.isEmpty()) {
                break;
            }
            Map<FactId, RawFact> raw = sent.read(page);
            for (Typed each : type(page, reader)) {
                RawFact own = raw.get(each.fact().id());
                if (!each.fits() && own != null && misfits.size() < limit) {
                    misfits.add(each.misfit(own));
                }
            }
            at = page.getLast();
        }
        return misfits;
    }

    private static boolean isStale(String kind, @Nullable UUID typedBy, FactReader reader) {
        return reader.declaration(kind)
                .filter(declaration -> !declaration.equals(typedBy))
                .isPresent();
    }

    private List<Typed> type(Collection<UUID> ids, FactReader reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<FactId, Fact> facts = new HashMap<>();
        store.byIds(ids).forEach(each -> facts.put(each.fact().id(), each.fact()));
        Map<FactId, RawFact> raws = new LinkedHashMap<>(secrecy.forTyping(sent.read(ids), reader));
        if (facts.size() < ids.size()) {
            for (BulkStore.Row row : bulk.byIds(ids)) {
                facts.putIfAbsent(row.stored().fact().id(), row.stored().fact());
                raws.putIfAbsent(row.stored().fact().id(), row.raw());
            }
        }
        List<Typed> typed = new ArrayList<>();
        ids.forEach(each -> {
            FactId id = new FactId(each);
            RawFact raw = raws.get(id);
            Fact fact = facts.get(id);
            if (raw == null || fact == null) {
                return;
            }
            UUID declaration = reader.declaration(raw.kind()).orElse(null);
            if (declaration != null) {
                typed.add(type(fact, raw, declaration, reader));
            }
        });
        return typed;
    }

    /** As it would have been read when it was recorded. */
    private static Typed type(Fact stored, RawFact raw, UUID declaration, FactReader reader) {
        // The database keeps microseconds: what was said of the very moment of recording does not lie ahead of it.
        Instant now = stored.recordedAt().plus(1, ChronoUnit.MICROS);
        FactReader.Result result = reader.read(raw, now);
        Fact read = result.fact();
        if (read == null) {
            return new Typed(stored, declaration, result.errors());
        }
        Fact fact = new Fact(
                stored.id(),
                stored.kind(),
                read.occurredAt().equals(now) ? stored.recordedAt() : micros(read.occurredAt()),
                micros(read.statedAt()),
                stored.order(),
                stored.recordedAt(),
                stored.trust(),
                stored.corrects(),
                stored.subjects(),
                stored.division(),
                read.fields());
        return new Typed(fact, declaration, List.of());
    }

    /** As the database would give it back, so that it makes no difference whether the outcome is written down yet. */
    private static Instant micros(Instant moment) {
        return moment.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }
}
