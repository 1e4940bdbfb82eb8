package org.bihuan.policy.pack;

/**
 * A text for people in both languages.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record Wording(String zh, String en) {}
