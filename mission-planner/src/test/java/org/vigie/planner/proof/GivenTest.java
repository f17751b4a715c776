package org.vigie.planner.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.obstacle.Obstacle;
import org.vigie.geofence.obstacle.ObstacleFile;
import org.vigie.geofence.obstacle.ObstacleShape;
import org.vigie.geofence.obstacle.ObstacleTop;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.geofence.zone.ZoneVariant;
import org.vigie.planner.Demo;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.request.Obstacles;
import org.vigie.planner.request.PlanRequest;

/** A proof names what it was given by content: zones, ground and obstacles, not their files. */
class GivenTest {
  private static final PlanRequest REQUEST = Demo.request();
  private static final FlightPlan PLAN = Demo.plan(REQUEST);
  private static final LatLon FAR = Geodesics.destination(Demo.HOME, 200, 5_000);

  /** Ground that is higher by something everywhere. */
  private record Raised(Terrain terrain, double moreM) implements Terrain {
    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return terrain.findGround(point).map(at -> new AltitudeAmsl(at.metres() + moreM));
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      return terrain
          .findRange(southWest, northEast)
          .map(
              range ->
                  new GroundRange(
                      new AltitudeAmsl(range.lowest().metres() + moreM),
                      new AltitudeAmsl(range.highest().metres() + moreM)));
    }
  }

  private static ContentHash given(ZoneSet zones, Terrain terrain, Obstacles obstacles) {
    ProofInputs inputs =
        new ProofInputs(
            REQUEST.site(),
            REQUEST.aircraft(),
            zones,
            Set.of(),
            terrain,
            obstacles,
            REQUEST.wind(),
            REQUEST.limits(),
            List.of());
    return Objects.requireNonNull(Prover.prove(PLAN, inputs).given());
  }

  private static ZoneGeometry solid(LatLon at, double turnM, double topM) {
    return new ZoneGeometry(
        new HorizontalProjection.Polygon(
            new GeoPolygon(
                List.of(
                    at, Geodesics.destination(at, 0, 50), Geodesics.destination(at, 90, turnM))),
            List.of()),
        new VerticalBand(0, VerticalReference.AGL, topM, VerticalReference.AMSL));
  }

  private static UasZone zone(
      String id, Restriction restriction, Applicability when, ZoneGeometry solid, boolean clear) {
    return new UasZone(
        id,
        "FRA",
        ZoneVariant.COMMON,
        restriction,
        List.of("NATURE"),
        List.of(when),
        List.of(solid),
        ZoneInformation.NONE,
        clear);
  }

  @Test
  void the_same_inputs_have_the_same_hash() {
    assertThat(given(REQUEST.zones(), REQUEST.terrain(), Obstacles.NONE))
        .isEqualTo(given(REQUEST.zones(), REQUEST.terrain(), Obstacles.NONE));
  }

  @Test
  void a_zone_changed_anywhere_even_far_away_is_another_input() {
    Applicability some =
        new Applicability(
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-02-01T00:00:00Z"),
            List.of());
    UasZone first =
        zone("A", Restriction.CONDITIONAL, Applicability.PERMANENT, solid(FAR, 50, 900), true);
    List<UasZone> others =
        List.of(
            zone("B", Restriction.CONDITIONAL, Applicability.PERMANENT, solid(FAR, 50, 900), true),
            zone("A", Restriction.PROHIBITED, Applicability.PERMANENT, solid(FAR, 50, 900), true),
            zone("A", Restriction.CONDITIONAL, some, solid(FAR, 50, 900), true),
            zone("A", Restriction.CONDITIONAL, Applicability.PERMANENT, solid(FAR, 51, 900), true),
            zone("A", Restriction.CONDITIONAL, Applicability.PERMANENT, solid(FAR, 50, 901), true),
            zone(
                "A", Restriction.CONDITIONAL, Applicability.PERMANENT, solid(FAR, 50, 900), false));
    List<ContentHash> hashes = new ArrayList<>();
    hashes.add(given(ZoneSet.of(List.of()), REQUEST.terrain(), Obstacles.NONE));
    hashes.add(given(ZoneSet.of(List.of(first)), REQUEST.terrain(), Obstacles.NONE));
    for (UasZone other : others) {
      hashes.add(given(ZoneSet.of(List.of(other)), REQUEST.terrain(), Obstacles.NONE));
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void other_ground_and_other_obstacles_are_other_inputs() {
    List<ContentHash> hashes = new ArrayList<>();
    hashes.add(given(REQUEST.zones(), REQUEST.terrain(), Obstacles.NONE));
    hashes.add(given(REQUEST.zones(), new Raised(REQUEST.terrain(), 0.01), Obstacles.NONE));
    for (double topM : new double[] {540, 541}) {
      Obstacle mast =
          new Obstacle(
              "mast",
              new ObstacleShape.Path(List.of(FAR), 2),
              new ObstacleTop.AtAltitude(new AltitudeAmsl(topM)));
      ObstacleFile file = new ObstacleFile("m", List.of(mast), List.of(), List.of());
      Obstacles known = new Obstacles(List.of(), List.of(file), 10);
      hashes.add(given(REQUEST.zones(), REQUEST.terrain(), known));
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }
}
