package org.vigie.planner.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.request.Camera;

/**
 * A camera that looks from one point with its altitude straight at another, its picture level.
 *
 * @param eye where it is
 * @param looked what is in the middle of the picture
 */
record View(Camera camera, Coordinate eye, Coordinate looked) {
  /**
   * Fewest pixels a metre of what is looked at: a person shows as some 20 pixels.
   *
   * @source EN 62676-4:2015 (IEC 62676-4:2014), 6.7: not more than 80 mm a pixel to monitor, which
   *     is 12.5 pixels a metre; 25 to detect, 62.5 to observe, 125 to recognise, 250 to identify
   */
  static final double PIXELS_PER_M_MIN = 12.5;

  /** Where the picture holds the horizon, its ground is drawn as far as this, metres. */
  static final double FOOTPRINT_M_MAX = 600;

  /** Rays along each edge of the picture. */
  private static final int EDGE_RAYS = 4;

  /** Pitch that looks there, degrees from the horizon. */
  double pitchDeg() {
    return Math.toDegrees(Math.atan2(looked.getZ() - eye.getZ(), eye.distance(looked)));
  }

  /** Direction that looks there, degrees from north. */
  double yawDeg() {
    return bearingDeg(eye, looked);
  }

  boolean gimbalReaches() {
    return pitchDeg() >= camera.pitchMinDeg() && pitchDeg() <= camera.pitchMaxDeg();
  }

  /** Pixels of a row that a metre across takes at what is looked at. */
  double pixelsPerM() {
    double distanceM = Math.hypot(eye.distance(looked), eye.getZ() - looked.getZ());
    return camera.widthPx()
        / (2 * distanceM * Math.tan(Math.toRadians(camera.horizontalFovDeg() / 2)));
  }

  boolean resolves() {
    return pixelsPerM() >= PIXELS_PER_M_MIN;
  }

  /** Whether the picture holds a point. */
  boolean holds(Coordinate point) {
    double yaw = Math.toRadians(yawDeg());
    double pitch = Math.toRadians(pitchDeg());
    double x = point.x - eye.x;
    double y = point.y - eye.y;
    double z = point.getZ() - eye.getZ();
    double level = x * Math.sin(yaw) + y * Math.cos(yaw);
    double right = x * Math.cos(yaw) - y * Math.sin(yaw);
    double ahead = level * Math.cos(pitch) + z * Math.sin(pitch);
    double up = z * Math.cos(pitch) - level * Math.sin(pitch);
    return ahead > 0
        && Math.abs(right) <= ahead * halfWidth()
        && Math.abs(up) <= ahead * halfHeight();
  }

  /** The outline of the picture on the ground; empty where it would be none. */
  Optional<GeoPolygon> footprint(Ground ground, Plane plane) {
    List<LatLon> ring = new ArrayList<>();
    double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    for (int side = 0; side < corners.length; side++) {
      double[] from = corners[side];
      double[] to = corners[(side + 1) % corners.length];
      for (int i = 0; i < EDGE_RAYS; i++) {
        double part = (double) i / EDGE_RAYS;
        Coordinate at =
            end(
                ground,
                halfWidth() * (from[0] + (to[0] - from[0]) * part),
                halfHeight() * (from[1] + (to[1] - from[1]) * part));
        LatLon point = plane.latLon(at).quantised();
        if (ring.isEmpty() || !ring.get(ring.size() - 1).equals(point)) {
          ring.add(point);
        }
      }
    }
    return ring.size() < 3 ? Optional.empty() : Optional.of(new GeoPolygon(ring));
  }

  /** Where a ray through the picture, so far right and up of its middle, meets the ground. */
  private Coordinate end(Ground ground, double right, double up) {
    double yaw = Math.toRadians(yawDeg());
    double pitch = Math.toRadians(pitchDeg());
    double level = Math.cos(pitch) - up * Math.sin(pitch);
    double east = level * Math.sin(yaw) + right * Math.cos(yaw);
    double north = level * Math.cos(yaw) - right * Math.sin(yaw);
    double rise = Math.sin(pitch) + up * Math.cos(pitch);
    double fall = Math.max(1e-3, -rise);
    // a ray that falls is followed as far as it may go, down to below any ground nearby
    double reach = Math.min(FOOTPRINT_M_MAX / Math.hypot(east, north), FOOTPRINT_M_MAX / fall);
    Coordinate far =
        new Coordinate(eye.x + east * reach, eye.y + north * reach, eye.getZ() + rise * reach);
    double part = ground.meets(eye, far);
    return Ground.between(eye, far, Double.isNaN(part) ? 1 : part);
  }

  private double halfWidth() {
    return Math.tan(Math.toRadians(camera.horizontalFovDeg() / 2));
  }

  private double halfHeight() {
    return Math.tan(Math.toRadians(camera.verticalFovDeg() / 2));
  }

  static double bearingDeg(Coordinate from, Coordinate to) {
    double degrees = Math.toDegrees(Math.atan2(to.x - from.x, to.y - from.y));
    return degrees < 0 ? degrees + 360 : degrees;
  }
}
