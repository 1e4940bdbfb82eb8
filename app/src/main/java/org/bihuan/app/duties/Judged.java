package org.bihuan.app.duties;

import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;

/**
 * A subject as it was just judged; one that was merged into another has no facts of its own any more.
 *
 * @param subject canonical id
 * @param dossier what was looked at
 * @param decision what came of it
 */
public record Judged(SubjectId subject, Dossier dossier, Decision decision) {}
