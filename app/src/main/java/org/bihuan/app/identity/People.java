package org.bihuan.app.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.authority.Responsibilities;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds people. Not within a transaction, since who asks is written down in one of its own. Thread-safe. */
@Service("foundPeople")
public class People {
    private static final int MOST = 200;

    private final Finder finder;
    private final Facts facts;
    private final Profiles profiles;
    private final Responsibilities responsibilities;

    People(Finder finder, Facts facts, Profiles profiles, Responsibilities responsibilities) {
        this.finder = finder;
        this.facts = facts;
        this.profiles = profiles;
        this.responsibilities = responsibilities;
    }

    /** Who has the document; several when somebody was registered twice and nobody has merged them yet. */
    public List<Found> byDocument(IdentityDocument document, Reader reader, String purpose, Instant now) {
        return found(
                finder.byDocument(document, MOST),
                each -> each.documents().contains(document),
                reader,
                purpose,
                "by document",
                now);
    }

    /** Who can be reached by the telephone: a family, more often than one person. */
    public List<Found> byPhone(PhoneNumber phone, Reader reader, String purpose, Instant now) {
        return found(
                finder.byPhone(phone, MOST),
                each -> each.phones().contains(phone),
                reader,
                purpose,
                "by telephone",
                now);
    }

    /**
     * Whose name holds the text.
     *
     * @param within divisions, one of which they must be in; the reader's own when they have some
     */
    public List<Found> byName(String name, List<DivisionCode> within, Reader reader, String purpose, Instant now) {
        List<DivisionCode> places = within(within, reader);
        if (places != null && places.isEmpty()) {
            return List.of(); // none of the divisions asked for is the reader's
        }
        return found(
                finder.byName(name, places == null ? List.of() : places, MOST),
                each -> each.isCalled(name),
                reader,
                purpose,
                "by name",
                now);
    }

    /** What the reader asked for, cut to the divisions they work for; empty for nothing at all, null for anywhere. */
    static @Nullable List<DivisionCode> within(List<DivisionCode> asked, Reader reader) {
        List<DivisionCode> own = reader.regions();
        if (own.isEmpty() || asked.isEmpty()) {
            List<DivisionCode> one = own.isEmpty() ? asked : own;
            return one.isEmpty() ? null : one;
        }
        Set<DivisionCode> both = new HashSet<>();
        for (DivisionCode each : asked) {
            for (DivisionCode region : own) {
                if (region.contains(each)) {
                    both.add(each);
                } else if (each.contains(region)) {
                    both.add(region);
                }
            }
        }
        return List.copyOf(both);
    }

    private List<Found> found(
            List<SubjectId> everywhere,
            Predicate<Profile> fits,
            Reader reader,
            String purpose,
            String detail,
            Instant now) {
        List<SubjectId> candidates = seen(everywhere);
        return candidates.isEmpty()
                ? List.of()
                : profiles.read(candidates, reader, purpose, Action.SEARCH, detail, now).values().stream()
                        .filter(fits)
                        .map(Profile::found)
                        .toList();
    }

    /** Those who are the responsibility of whoever asks, or of nobody yet. */
    private List<SubjectId> seen(List<SubjectId> everywhere) {
        Set<SubjectId> hidden = responsibilities.hidden(everywhere);
        return everywhere.stream().filter(each -> !hidden.contains(each)).toList();
    }

    /** A document under which several people are registered. */
    public record Duplicate(UUID id, List<Found> people) {
        public Duplicate {
            people = List.copyOf(people);
        }
    }

    /**
     * Documents under which several people are registered whom nobody has merged.
     *
     * @param after id of the last one seen, null to begin
     */
    public List<Duplicate> duplicates(@Nullable UUID after, int limit, Reader reader, String purpose, Instant now) {
        Map<UUID, List<SubjectId>> apart = new LinkedHashMap<>();
        finder.sharingDocument(after == null ? new UUID(0, 0) : after, limit).forEach((document, subjects) -> {
            List<SubjectId> canonical =
                    seen(facts.canonical(subjects).values().stream().distinct().toList());
            if (canonical.size() > 1) {
                apart.put(document, canonical);
            }
        });
        Set<SubjectId> all = new HashSet<>();
        apart.values().forEach(all::addAll);
        Map<SubjectId, Profile> read =
                all.isEmpty() ? Map.of() : profiles.read(all, reader, purpose, Action.LIST, "duplicates", now);
        List<Duplicate> duplicates = new ArrayList<>();
        apart.forEach((document, subjects) -> duplicates.add(new Duplicate(
                document,
                subjects.stream()
                        .map(read::get)
                        .filter(Objects::nonNull)
                        .map(Profile::found)
                        .toList())));
        return duplicates;
    }
}
