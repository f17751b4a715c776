package org.vigie.groundstation.flightlog.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Geodesics;

/**
 * The part of a track that was flown.
 *
 * @param points in time's order
 * @param alongM way over ground from the first point to each, metres
 */
public record FlownTrack(List<TrackPoint> points, List<Double> alongM) {
  /** Positions jitter by a metre while an aircraft hovers: what is nearer is no way flown. */
  private static final double STEP_M = 1.5;

  public FlownTrack {
    points = List.copyOf(points);
    alongM = List.copyOf(alongM);
  }

  /**
   * The points between take-off and landing; none of a flight that never took off.
   *
   * @param from when it took off, absent when it did not
   * @param to when it had landed; absent takes the rest
   */
  static FlownTrack of(List<TrackPoint> track, @Nullable Instant from, @Nullable Instant to) {
    List<TrackPoint> flown = new ArrayList<>();
    List<Double> along = new ArrayList<>();
    TrackPoint anchor = null;
    double wayM = 0;
    for (TrackPoint point : track) {
      if (from == null
          || point.at().isBefore(from)
          || (to != null && point.at().isAfter(to))
          || (anchor != null && point.at().isBefore(anchor.at()))) {
        continue;
      }
      double stepM = anchor == null ? 0 : Geodesics.distanceM(anchor.position(), point.position());
      if (anchor == null || stepM >= STEP_M) {
        wayM += stepM;
        anchor = point;
      }
      flown.add(point);
      along.add(wayM);
    }
    return new FlownTrack(flown, along);
  }

  public boolean isEmpty() {
    return points.isEmpty();
  }

  /** Metres above home; absent without points. */
  public @Nullable Double greatestHeightM() {
    return greatest(TrackPoint::heightM);
  }

  @Nullable Double greatestSpeedMps() {
    return greatest(TrackPoint::speedMps);
  }

  @Nullable Double wayM() {
    return alongM.isEmpty() ? null : alongM.get(alongM.size() - 1);
  }

  /** From the first point. */
  @Nullable Double farthestM() {
    return isEmpty()
        ? null
        : greatest(point -> Geodesics.distanceM(points.get(0).position(), point.position()));
  }

  private @Nullable Double greatest(ToDoubleFunction<TrackPoint> value) {
    return points.isEmpty() ? null : points.stream().mapToDouble(value).max().getAsDouble();
  }
}
