package org.bihuan.app.duties;

import org.bihuan.policy.decide.Difference;
import org.bihuan.policy.fact.SubjectId;

/** What a change does, or did, to one subject. */
public record Rejudged(SubjectId subject, Difference difference) {}
