package org.bihuan.policy.pack;

/**
 * Names one version of a pack for ever.
 *
 * @param id the order
 * @param version the operator's version word
 * @param hash SHA-256 over its files
 */
public record PackReference(String id, String version, String hash) {}
