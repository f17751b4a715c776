package org.vigie.geofence.monitor;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;

/**
 * What is known about the aircraft. Whatever is missing or not a number is a finding of the
 * monitor, never an error here.
 *
 * @param positionAt when the position was measured, on the clock of {@code now}
 * @param position null when there is none
 * @param height null when there is none
 * @param eastMps velocity over ground, metres per second
 * @param northMps velocity over ground, metres per second
 * @param upMps velocity over ground, metres per second, positive up
 * @param wind null when nobody knows
 * @param accuracy null when nobody knows
 */
public record ContainmentInput(
    Instant positionAt,
    @Nullable LatLon position,
    @Nullable HeightAboveHome height,
    double eastMps,
    double northMps,
    double upMps,
    @Nullable Wind wind,
    @Nullable Accuracy accuracy) {
  /** An input of which wind and accuracy are not known. */
  public ContainmentInput(
      Instant positionAt,
      LatLon position,
      HeightAboveHome height,
      double eastMps,
      double northMps,
      double upMps) {
    this(positionAt, position, height, eastMps, northMps, upMps, null, null);
  }

  /** An input from raw numbers: those that are no place on Earth or no height are missing. */
  public static ContainmentInput ofRaw(
      Instant positionAt,
      double latDeg,
      double lonDeg,
      double heightM,
      double eastMps,
      double northMps,
      double upMps) {
    boolean onEarth = Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180;
    return new ContainmentInput(
        positionAt,
        onEarth ? new LatLon(latDeg, lonDeg) : null,
        Double.isFinite(heightM) ? new HeightAboveHome(heightM) : null,
        eastMps,
        northMps,
        upMps,
        null,
        null);
  }

  /** This input with a wind. */
  public ContainmentInput in(Wind known) {
    return new ContainmentInput(
        positionAt, position, height, eastMps, northMps, upMps, known, accuracy);
  }

  /** This input with an accuracy. */
  public ContainmentInput within(Accuracy known) {
    return new ContainmentInput(
        positionAt, position, height, eastMps, northMps, upMps, wind, known);
  }

  Optional<LatLon> findPosition() {
    return Optional.ofNullable(position);
  }

  double findHeightM() {
    return height == null ? Double.NaN : height.metres();
  }
}
