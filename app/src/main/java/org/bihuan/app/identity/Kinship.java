package org.bihuan.app.identity;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Kin;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Whom users of accounts should not look up for themselves. What was found is remembered for a minute. Thread-safe. */
@Service
public class Kinship {
    private static final String HOUSEHOLD = "household";
    private static final int MOST = 100;
    private static final int REMEMBERED = 10_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Finder finder;
    private final Facts facts;
    private final Map<Who, Remembered> remembered = new ConcurrentHashMap<>();

    Kinship(Finder finder, Facts facts) {
        this.finder = finder;
        this.facts = facts;
    }

    private record Who(@Nullable UUID document, String name) {}

    private record Remembered(Kin kin, long at) {}

    /**
     * Of somebody.
     *
     * @param document keyed hash of their document, null while no administrator has said it
     * @param name their name as the account has it
     */
    public Kin of(@Nullable UUID document, String name) {
        Who who = new Who(document, name);
        Remembered known = remembered.get(who);
        long at = System.nanoTime();
        if (known != null && at - known.at() < MINUTE) {
            return known.kin();
        }
        if (remembered.size() > REMEMBERED) {
            remembered.clear();
        }
        Kin kin = Asking.asMachine(() -> find(document, name));
        remembered.put(who, new Remembered(kin, at));
        return kin;
    }

    private Kin find(@Nullable UUID document, String name) {
        Set<SubjectId> found = new LinkedHashSet<>(finder.byWholeName(name, MOST));
        List<SubjectId> self = document == null ? List.of() : finder.byHash(document, MOST);
        found.addAll(self);
        if (found.isEmpty()) {
            return Kin.NONE;
        }
        Set<String> subjects = new HashSet<>();
        facts.groups(found).values().forEach(group -> group.forEach(each -> subjects.add(each.toString())));
        Set<String> households = new HashSet<>();
        facts.read(facts.groups(self))
                .values()
                .forEach(own -> own.facts().forEach(fact -> {
                    String household = fact.text(HOUSEHOLD);
                    if (household != null) {
                        households.add(household);
                    }
                }));
        return new Kin(subjects, households);
    }
}
