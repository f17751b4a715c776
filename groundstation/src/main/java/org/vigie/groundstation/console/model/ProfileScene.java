package org.vigie.groundstation.console.model;

import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.Profile;

/**
 * The heights along the route. All in metres above mean sea level.
 *
 * @param profile absent when there is none to be shown
 * @param empty why there is none, in words
 * @param distanceM how far along the route the aircraft is, absent when unknown
 * @param amslM its altitude, absent when unknown
 */
public record ProfileScene(
    @Nullable Profile profile,
    String empty,
    @Nullable Double distanceM,
    @Nullable Double amslM,
    String label,
    boolean fresh) {}
