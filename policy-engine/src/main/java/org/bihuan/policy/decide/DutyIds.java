package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.policy.episode.Episode;
import org.bihuan.policy.episode.EpisodeRoot;
import org.bihuan.policy.fact.HashId;

/** Ids of duties. Version and parameter values are left out on purpose: a new version must not double a duty. */
final class DutyIds {
    private DutyIds() {}

    /** The ids a duty has under each root of its episode, the one in force first. */
    static List<UUID> of(Episode episode, String pack, String obligation, String step) {
        List<UUID> ids = new ArrayList<>(episode.roots().size());
        for (EpisodeRoot root : episode.roots()) {
            ids.add(HashId.of("duty", root.id().toString(), root.subject().toString(), pack, obligation, step));
        }
        return ids;
    }
}
