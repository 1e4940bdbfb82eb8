package org.bihuan.trace.api;

/**
 * A place over the crowd cap that an exposing person visited: told as a place, not expanded into contacts.
 *
 * @param place where
 * @param people everyone with a stay there in the window, the exposing people included
 * @param firstMinute first minute an exposing person was there
 * @param lastMinute end of the last exposing stay, exclusive
 */
public record VenueExposure(int place, int people, int firstMinute, int lastMinute) {}
