package org.bihuan.app.identity;

import org.bihuan.policy.fact.SubjectId;

/**
 * Somebody who was found.
 *
 * @param subject who
 * @param name their name, empty when nobody said it
 * @param document their document with its middle hidden, empty when nobody said it
 * @param phone their telephone with all but the end hidden, empty when nobody said it
 */
public record Found(SubjectId subject, String name, String document, String phone) {}
