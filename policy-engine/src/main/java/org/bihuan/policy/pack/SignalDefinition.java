package org.bihuan.policy.pack;

/**
 * A signal from one type of subject to another, found through facts that name both.
 *
 * @param name its name
 * @param from type of subject that declares it
 * @param to type of subject that hears it
 * @param via kind of fact that names both, which makes them related
 */
public record SignalDefinition(String name, String from, String to, String via) {}
