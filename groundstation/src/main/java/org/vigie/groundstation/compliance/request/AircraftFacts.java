package org.vigie.groundstation.compliance.request;

import org.jspecify.annotations.Nullable;

/**
 * The aircraft as the law looks at it. Absent facts are unknown.
 *
 * @param id as papers name it, for example {@code demo-quad-1}
 * @param classLabel C0 to C6, {@code none} when it carries no label
 * @param mtomKg maximum take-off mass, kilograms
 * @param dimensionM characteristic dimension, metres
 * @param maxSpeedMps metres per second
 * @param remoteId whether it broadcasts direct remote identification
 * @param electronicSignalling whether it carries the French electronic signalling
 * @param microphone whether a microphone is on board, whatever it is used for
 * @param cameras number of cameras on board
 * @param maxWindMps wind that the manufacturer allows, metres per second
 */
public record AircraftFacts(
    String id,
    @Nullable String classLabel,
    @Nullable Double mtomKg,
    @Nullable Double dimensionM,
    @Nullable Double maxSpeedMps,
    @Nullable Boolean remoteId,
    @Nullable Boolean electronicSignalling,
    @Nullable Boolean microphone,
    @Nullable Integer cameras,
    @Nullable Double maxWindMps) {
  public AircraftFacts {
    Numbers.finite("mtomKg", mtomKg);
    Numbers.finite("dimensionM", dimensionM);
    Numbers.finite("maxSpeedMps", maxSpeedMps);
    Numbers.finite("maxWindMps", maxWindMps);
  }
}
