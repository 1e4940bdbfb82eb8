package org.bihuan.policy.format;

import org.bihuan.policy.pack.Pack;

/**
 * A pack and what came with it.
 *
 * @param pack the pack
 * @param files its files
 * @param catalogue the shared kinds of fact and the pack's own
 */
public record LoadedPack(Pack pack, PackFiles files, FactCatalogue catalogue) {}
