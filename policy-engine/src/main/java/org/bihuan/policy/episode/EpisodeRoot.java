package org.bihuan.policy.episode;

import java.util.UUID;
import org.bihuan.policy.fact.SubjectId;

/**
 * One of the facts an episode is folded from.
 *
 * @param id root of the fact
 * @param subject the subject as that fact recorded it, which after a merge need not be the subject's present id
 */
public record EpisodeRoot(UUID id, SubjectId subject) {}
