package org.vigie.geofence.zone.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HeightSpan;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSource;

/**
 * The zones of some sources, found by place, height and time. What touches is inside, whatever is
 * unknown is inside, and a zone that was not understood is in force always and at every height over
 * the area that it claims. Edges of polygons are straight in longitude and latitude. Immutable.
 */
public final class ZoneIndex {
  private final List<ZoneSource> sources;
  private final List<ZoneHit> hits;
  private final UasZone[] zones;
  private final Solids solids;

  private ZoneIndex(List<ZoneLayer> layers) {
    sources = layers.stream().map(ZoneLayer::source).toList();
    List<ZoneHit> all = new ArrayList<>();
    for (ZoneLayer layer : layers) {
      layer.zones().forEach(zone -> all.add(new ZoneHit(zone, layer.source())));
    }
    hits = List.copyOf(all);
    zones = hits.stream().map(ZoneHit::zone).toArray(UasZone[]::new);
    solids = new Solids(List.of(zones));
  }

  /** An index over the zones of some sources. */
  public static ZoneIndex of(List<ZoneLayer> layers) {
    return new ZoneIndex(layers);
  }

  /** How many zones there are. */
  public int size() {
    return zones.length;
  }

  /**
   * A zone and its source.
   *
   * @param zone its number, as {@link ZoneProbe#zone} gives it: 0 for the first of the first source
   */
  public ZoneHit hit(int zone) {
    return hits.get(zone);
  }

  /** A means of asking about many points. */
  public ZoneProbe probe() {
    return new ZoneProbe(solids, new Schedule(zones), zones.length);
  }

  /** The zones at a point. */
  public ZoneAnswer at(LatLon point, HeightSpan heights, TimeSpan time) {
    double latDeg = point.latDeg();
    double lonDeg = point.lonDeg();
    return answer(
        List.of(GeoBox.of(point)), heights, time, piece -> solids.contains(piece, latDeg, lonDeg));
  }

  /**
   * The zones that some point of a corridor lies in: all that is within a distance of the shortest
   * line between two points, flown at the altitudes given. No zone is missing; one that lies up to
   * a centimetre beside the corridor may be among the answers, for half widths up to {@value
   * CorridorPiece#HALF_WIDTH_M_EXACT} m.
   *
   * @param halfWidthM zero: the line alone
   * @throws IllegalArgumentException if the half width is negative, not finite or more than {@value
   *     CorridorPiece#HALF_WIDTH_M_MAX} m, the line is longer than {@value
   *     CorridorPiece#LENGTH_M_MAX} m, or comes near a pole, where there is no local frame
   */
  public ZoneAnswer along(
      LatLon from, LatLon to, double halfWidthM, HeightSpan heights, TimeSpan time) {
    BitSet found = new BitSet();
    for (CorridorPiece piece : CorridorPiece.pieces(solids, from, to, halfWidthM)) {
      find(found, piece.boxes(), heights, time, piece::meets);
    }
    return answer(found);
  }

  /**
   * The zones that have a point in common with an area, its edge included, whose edges are straight
   * in longitude and latitude. Exact for polygons, to a millimetre on the safe side for circles; an
   * area that crosses itself is its convex hull.
   */
  public ZoneAnswer over(GeoPolygon area, HeightSpan heights, TimeSpan time) {
    return over(List.of(area), heights, time);
  }

  /** The zones that have a point in common with any of some areas. */
  public ZoneAnswer over(List<GeoPolygon> areas, HeightSpan heights, TimeSpan time) {
    BitSet found = new BitSet();
    for (GeoPolygon area : areas) {
      for (AreaReading reading : AreaReading.readings(solids, area)) {
        find(found, reading.boxes(), heights, time, reading::meets);
      }
    }
    return answer(found);
  }

  /** The zones whose boxes meet a box: all that may lie there, and some that do not quite. */
  public ZoneAnswer near(GeoBox box, HeightSpan heights, TimeSpan time) {
    boolean across = box.westDeg() > box.eastDeg();
    List<GeoBox> boxes =
        Solids.turns(
            box.westDeg(), box.southDeg(), box.eastDeg() + (across ? 360 : 0), box.northDeg());
    return answer(boxes, heights, time, piece -> true);
  }

  /** When zones whose boxes meet a box begin and cease to be in force, in order. */
  public List<ZoneChange> changes(GeoBox box, HeightSpan heights, TimeSpan time) {
    return near(box, heights, time).changes(time);
  }

  private ZoneAnswer answer(
      List<GeoBox> boxes, HeightSpan heights, TimeSpan time, IntPredicate shape) {
    BitSet found = new BitSet();
    find(found, boxes, heights, time, shape);
    return answer(found);
  }

  private ZoneAnswer answer(BitSet found) {
    return new ZoneAnswer(found.stream().mapToObj(hits::get).toList(), sources);
  }

  private void find(
      BitSet found, List<GeoBox> boxes, HeightSpan heights, TimeSpan time, IntPredicate shape) {
    Altitudes altitudes = Altitudes.of(heights);
    for (GeoBox box : boxes) {
      solids.find(box.westDeg(), box.southDeg(), box.eastDeg(), box.northDeg()).stream()
          .filter(piece -> !found.get(solids.zone(piece)))
          .filter(piece -> solids.mayMeet(piece, altitudes))
          .filter(piece -> inForce(zones[solids.zone(piece)], time))
          .filter(shape)
          .forEach(piece -> found.set(solids.zone(piece)));
    }
  }

  private static boolean inForce(UasZone zone, TimeSpan time) {
    return !zone.understood() || zone.inForce(time.from(), time.until());
  }
}
