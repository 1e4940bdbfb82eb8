package org.bihuan.policy.fact;

/**
 * One subject of a fact and the part it plays in it.
 *
 * @param role such as {@code person}, {@code class}; unique within the fact where the kind says so
 * @param subject who or what
 */
public record FactSubject(String role, SubjectId subject) {}
