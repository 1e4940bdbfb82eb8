package org.bihuan.places.risk;

/**
 * A class of places.
 *
 * @param id its id
 * @param zh Chinese name
 * @param en English name
 * @param isListed whether a list names its places one by one
 */
public record SchemeLevel(String id, String zh, String en, boolean isListed) {}
