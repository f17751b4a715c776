package org.vigie.planner.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.planner.Demo;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;
import org.vigie.planner.plan.Phases;
import org.vigie.planner.plan.Volume;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Wind;

/** Each thing that a proof promises, broken by as little as matters: the named check must fail. */
class MutationTest {
  private static final PlanRequest REQUEST = Demo.request();
  private static final FlightPlan PLAN = Demo.plan(REQUEST);
  private static final ProofInputs INPUTS = Demo.inputs(REQUEST);

  /** Judged by what the way home takes, not by equality. */
  private static final Set<String> BATTERY =
      Set.of("BATT_CAPACITY", "BATT_LOW_MAH", "BATT_CRT_MAH");

  private static List<String> failures(FlightPlan plan, ProofInputs inputs) {
    Proof proof = Prover.prove(plan, inputs);
    assertThat(proof.holds()).isFalse();
    return proof.findings().stream()
        .filter(finding -> !finding.holds())
        .map(ProofFinding::check)
        .distinct()
        .toList();
  }

  private static FlightPlan with(
      List<MissionItem> mission,
      List<MissionItem> fence,
      List<ParameterSetting> parameters,
      Volume volume) {
    return with(mission, fence, parameters, volume, PLAN.phases());
  }

  private static FlightPlan with(
      List<MissionItem> mission,
      List<MissionItem> fence,
      List<ParameterSetting> parameters,
      Volume volume,
      Phases phases) {
    return new FlightPlan(
        PLAN.flightId(),
        PLAN.siteId(),
        PLAN.aircraftId(),
        PLAN.firmware(),
        PLAN.validFrom(),
        PLAN.validUntil(),
        PLAN.home(),
        PLAN.start(),
        mission,
        fence,
        PLAN.rally(),
        parameters,
        phases,
        PLAN.scene(),
        volume,
        PLAN.legs(),
        PLAN.budget(),
        PLAN.zonesRespected());
  }

  private static FlightPlan mission(int seq, UnaryOperator<MissionItem> change) {
    List<MissionItem> items = new ArrayList<>(PLAN.mission());
    items.set(seq, change.apply(items.get(seq)));
    return with(items, PLAN.fence(), PLAN.parameters(), PLAN.volume());
  }

  private static FlightPlan fence(UnaryOperator<MissionItem> change) {
    return with(
        PLAN.mission(),
        PLAN.fence().stream().map(change).toList(),
        PLAN.parameters(),
        PLAN.volume());
  }

  private static MissionItem moved(MissionItem i, LatLon to) {
    return new MissionItem(
        i.seq(),
        i.frame(),
        i.command(),
        i.param1(),
        i.param2(),
        i.param3(),
        i.param4(),
        to.latE7(),
        to.lonE7(),
        i.z());
  }

  private static MissionItem at(MissionItem i, float z) {
    return new MissionItem(
        i.seq(),
        i.frame(),
        i.command(),
        i.param1(),
        i.param2(),
        i.param3(),
        i.param4(),
        i.x(),
        i.y(),
        z);
  }

  private static MissionItem command(MissionItem i, int command) {
    return new MissionItem(i.seq(), 0, command, 0, 0, 0, 0, 0, 0, 0);
  }

  private static MissionItem numbered(MissionItem i, int seq) {
    return new MissionItem(
        seq,
        i.frame(),
        i.command(),
        i.param1(),
        i.param2(),
        i.param3(),
        i.param4(),
        i.x(),
        i.y(),
        i.z());
  }

  private static int firstTurn() {
    return PLAN.mission().stream()
        .filter(item -> item.command() == MavCmd.NAV_WAYPOINT && item.seq() > 0)
        .findFirst()
        .orElseThrow()
        .seq();
  }

  private static ProofInputs zones(List<UasZone> zones) {
    return zones(ZoneSet.of(zones));
  }

  private static ProofInputs zones(ZoneSet zones) {
    return new ProofInputs(
        INPUTS.site(),
        INPUTS.aircraft(),
        zones,
        INPUTS.authorisedZones(),
        INPUTS.terrain(),
        INPUTS.wind(),
        INPUTS.limits(),
        INPUTS.files());
  }

  private static ProofInputs inputs(AircraftModel aircraft, Terrain terrain, Wind wind) {
    return new ProofInputs(
        INPUTS.site(),
        aircraft,
        INPUTS.zones(),
        INPUTS.authorisedZones(),
        terrain,
        wind,
        INPUTS.limits(),
        INPUTS.files());
  }

  /** The prohibited zone of the demonstration, each corner moved away from its middle. */
  private static List<UasZone> widened(double metres) {
    List<UasZone> zones = new ArrayList<>(Demo.zones());
    UasZone zone = zones.get(0);
    ZoneGeometry solid = zone.geometry().get(0);
    List<LatLon> ring = ((HorizontalProjection.Polygon) solid.projection()).outer().ring();
    double lat = ring.stream().mapToDouble(LatLon::latDeg).average().orElseThrow();
    double lon = ring.stream().mapToDouble(LatLon::lonDeg).average().orElseThrow();
    LocalFrame frame = new LocalFrame(new LatLon(lat, lon));
    List<LatLon> wide = new ArrayList<>();
    for (LatLon point : ring) {
      Enu local = frame.toLocal(point);
      double factor = 1 + metres / Math.hypot(local.eastM(), local.northM());
      wide.add(frame.toGeographic(new Enu(local.eastM() * factor, local.northM() * factor)));
    }
    zones.set(
        0,
        zone.at(
            List.of(
                new ZoneGeometry(
                    new HorizontalProjection.Polygon(new GeoPolygon(wide), List.of()),
                    solid.band()))));
    return zones;
  }

  @Test
  void a_waypoint_in_a_zone_fails() {
    LatLon middle = new LatLon(45.437196, 4.379797);
    assertThat(failures(mission(firstTurn(), item -> moved(item, middle)), INPUTS))
        .contains("legs-in-geography", "route-clear-of-zones", "return-in-fence");
  }

  @Test
  void a_zone_that_grew_by_a_few_metres_fails() {
    assertThat(Prover.prove(PLAN, zones(widened(0))).holds()).isTrue();
    assertThat(failures(PLAN, zones(widened(6)))).containsExactly("volume-clear-of-zones");
  }

  @Test
  void a_new_zone_on_the_way_fails_and_one_that_is_gone_does_not_hide_the_others() {
    List<UasZone> only = List.of(Demo.zones().get(1));
    assertThat(Prover.prove(PLAN, zones(only)).holds()).isTrue();
    assertThat(failures(PLAN, zones(widened(120))))
        .contains("volume-clear-of-zones", "route-clear-of-zones", "return-clear-of-zones");
  }

  @Test
  void a_zone_file_of_which_part_could_not_be_placed_proves_nothing() {
    ZoneSource torn =
        new ZoneSource(
            "torn.json", "", Optional.empty(), Optional.empty(), Optional.empty(), false);
    ZoneSet zones = new ZoneSet(INPUTS.zones().zones(), List.of(torn));
    assertThat(failures(PLAN, zones(zones))).containsExactly("zones-known");
  }

  @Test
  void a_waypoint_on_the_other_side_of_the_earth_is_a_finding_and_no_exception() {
    LatLon antipode = new LatLon(-45.4, -175.6);
    assertThat(failures(mission(firstTurn(), item -> moved(item, antipode)), INPUTS))
        .containsExactly("within-range");
  }

  @Test
  void a_shrunk_fence_fails() {
    LocalFrame frame = new LocalFrame(Demo.HOME);
    LatLon[] middle = {Demo.HOME, Demo.INCIDENT};
    double lat = (middle[0].latDeg() + middle[1].latDeg()) / 2;
    double lon = (middle[0].lonDeg() + middle[1].lonDeg()) / 2;
    Enu centre = frame.toLocal(new LatLon(lat, lon));
    FlightPlan shrunk =
        fence(
            item -> {
              Enu local = frame.toLocal(LatLon.ofE7(item.x(), item.y()));
              return moved(
                  item,
                  frame.toGeographic(
                      new Enu(
                          centre.eastM() + (local.eastM() - centre.eastM()) * 0.98,
                          centre.northM() + (local.northM() - centre.northM()) * 0.98)));
            });
    assertThat(failures(shrunk, INPUTS)).contains("fence-holds-geography");
  }

  @Test
  void a_fence_without_room_to_brake_fails() {
    LocalFrame frame = new LocalFrame(Demo.INCIDENT);
    FlightPlan wide =
        fence(
            item -> {
              Enu local = frame.toLocal(LatLon.ofE7(item.x(), item.y()));
              return moved(
                  item, frame.toGeographic(new Enu(local.eastM() * 1.2, local.northM() * 1.2)));
            });
    assertThat(failures(wide, INPUTS)).contains("fence-in-contingency");
  }

  @Test
  void a_fence_whose_count_or_frame_is_wrong_fails() {
    assertThat(
            failures(
                fence(
                    i ->
                        i.seq() == 0
                            ? new MissionItem(
                                0, 5, i.command(), i.param1(), 0, 0, 0, i.x(), i.y(), 0)
                            : i),
                INPUTS))
        .containsExactly("fence-form");
    List<MissionItem> short1 = PLAN.fence().subList(0, PLAN.fence().size() - 1);
    assertThat(failures(with(PLAN.mission(), short1, PLAN.parameters(), PLAN.volume()), INPUTS))
        .contains("fence-form");
    assertThat(failures(with(PLAN.mission(), List.of(), PLAN.parameters(), PLAN.volume()), INPUTS))
        .contains("fence-form", "return-in-fence", "fence-holds-geography");
  }

  @ParameterizedTest
  @ValueSource(ints = {5000, 5003, 5004, 5100, 16})
  void a_fence_item_that_the_proof_does_not_understand_fails(int command) {
    List<MissionItem> whole = PLAN.fence();
    LatLon middle = LatLon.ofE7(whole.get(0).x(), whole.get(0).y());
    for (int items : new int[] {1, 3}) {
      List<MissionItem> more = new ArrayList<>(whole);
      for (int i = 0; i < items; i++) {
        int x = middle.latE7() + 1000 * i;
        int y = middle.lonE7() + 1000 * i * i;
        more.add(new MissionItem(whole.size() + i, 0, command, 3, 0, 0, 0, x, y, 0));
      }
      assertThat(failures(with(PLAN.mission(), more, PLAN.parameters(), PLAN.volume()), INPUTS))
          .contains("fence-form");
    }
  }

  @Test
  void every_parameter_counts() {
    for (ParameterSetting changed : PLAN.parameters()) {
      if (BATTERY.contains(changed.name())) {
        continue;
      }
      List<ParameterSetting> other =
          PLAN.parameters().stream()
              .map(p -> p.equals(changed) ? new ParameterSetting(p.name(), p.value() + 1) : p)
              .toList();
      List<ParameterSetting> missing =
          PLAN.parameters().stream().filter(p -> !p.equals(changed)).toList();
      for (List<ParameterSetting> parameters : List.of(other, missing)) {
        FlightPlan plan = with(PLAN.mission(), PLAN.fence(), parameters, PLAN.volume());
        assertThat(failures(plan, INPUTS)).as(changed.name()).contains("parameter");
        Optional<ProofFinding> finding =
            Prover.prove(plan, INPUTS).findings().stream()
                .filter(f -> f.subject().equals(changed.name()))
                .findFirst();
        assertThat(finding).hasValueSatisfying(f -> assertThat(f.holds()).isFalse());
      }
    }
  }

  @Test
  void a_lower_leg_fails_on_the_ground_and_a_higher_one_at_the_top() {
    assertThat(failures(mission(firstTurn(), item -> at(item, item.z() - 10)), INPUTS))
        .contains("ground-clearance");
    assertThat(failures(mission(firstTurn(), item -> at(item, item.z() + 10)), INPUTS))
        .contains("legs-below-top", "parameter");
  }

  @Test
  void a_faster_speed_fails() {
    int speed =
        PLAN.mission().stream()
            .filter(item -> item.command() == MavCmd.DO_CHANGE_SPEED)
            .findFirst()
            .orElseThrow()
            .seq();
    assertThat(
            failures(
                mission(speed, i -> new MissionItem(i.seq(), 0, i.command(), 1, 9, -1, 0, 0, 0, 0)),
                INPUTS))
        .contains("speed-within-volume");
  }

  @Test
  void a_leg_without_a_commanded_speed_is_no_leg_that_costs_nothing() {
    List<MissionItem> items = new ArrayList<>();
    for (MissionItem item : PLAN.mission()) {
      boolean speed = item.command() == MavCmd.DO_CHANGE_SPEED;
      items.add(speed ? command(item, MavCmd.DO_SET_ROI_NONE) : item);
    }
    MissionItem landing = items.remove(items.size() - 1);
    MissionItem speed =
        PLAN.mission().stream()
            .filter(item -> item.command() == MavCmd.DO_CHANGE_SPEED)
            .findFirst()
            .orElseThrow();
    items.add(numbered(speed, items.size()));
    items.add(numbered(landing, items.size()));
    Phases p = PLAN.phases();
    Phases phases =
        new Phases(p.takeoff(), p.sceneFirst(), p.sceneLast(), p.returnStart(), p.land() + 1);
    FlightPlan late = with(items, PLAN.fence(), PLAN.parameters(), PLAN.volume(), phases);
    assertThat(failures(late, INPUTS)).contains("mission-form");
  }

  @Test
  void a_mission_that_does_not_land_or_return_fails() {
    List<MissionItem> noLanding = PLAN.mission().subList(0, PLAN.mission().size() - 1);
    assertThat(failures(with(noLanding, PLAN.fence(), PLAN.parameters(), PLAN.volume()), INPUTS))
        .contains("mission-form");
    assertThat(
            failures(
                mission(
                    PLAN.phases().returnStart(),
                    i -> new MissionItem(i.seq(), 0, 197, 0, 0, 0, 0, 0, 0, 0)),
                INPUTS))
        .contains("mission-form");
    assertThat(failures(mission(PLAN.phases().land(), i -> moved(i, Demo.INCIDENT)), INPUTS))
        .contains("mission-form");
  }

  @Test
  void a_return_path_that_lost_its_way_round_fails() {
    // the way back straight to home: as short as plain RTL, and through the zone's margin
    List<MissionItem> items = new ArrayList<>();
    for (MissionItem item : PLAN.mission()) {
      boolean back =
          item.seq() > PLAN.phases().returnStart()
              && item.command() == MavCmd.NAV_WAYPOINT
              && item.seq() < PLAN.phases().land() - 1;
      items.add(back ? moved(item, Demo.HOME) : item);
    }
    assertThat(failures(with(items, PLAN.fence(), PLAN.parameters(), PLAN.volume()), INPUTS))
        .contains("return-in-fence", "legs-in-geography");
  }

  @Test
  void home_elsewhere_fails() {
    assertThat(failures(mission(0, i -> moved(i, LatLon.ofE7(i.x() + 100, i.y()))), INPUTS))
        .contains("home-is-site");
  }

  @Test
  void a_narrower_contingency_volume_or_buffer_fails() {
    Volume v = PLAN.volume();
    Volume narrow =
        new Volume(
            v.flightGeography(),
            v.flightGeography(),
            v.groundRiskBuffer(),
            v.flightHeightM(),
            v.contingencyHeightM() - 1,
            v.terms());
    assertThat(failures(with(PLAN.mission(), PLAN.fence(), PLAN.parameters(), narrow), INPUTS))
        .contains("geography-in-contingency", "contingency-height", "fence-in-contingency");
    Volume bare =
        new Volume(
            v.flightGeography(),
            v.contingencyVolume(),
            v.contingencyVolume(),
            v.flightHeightM(),
            v.contingencyHeightM(),
            v.terms());
    assertThat(failures(with(PLAN.mission(), PLAN.fence(), PLAN.parameters(), bare), INPUTS))
        .containsExactly("ground-risk-buffer");
  }

  /**
   * A contingency volume whose northern edge of 28 km passes at a distance in metres that is
   * enough; the parallel through the same corners lies 15 m nearer.
   */
  @Test
  void a_long_edge_that_comes_too_near_when_read_in_degrees_fails() {
    Volume v = PLAN.volume();
    LocalFrame frame = new LocalFrame(Demo.HOME);
    double northM =
        v.flightGeography().ring().stream()
            .mapToDouble(point -> frame.toLocal(point).northM())
            .max()
            .orElseThrow();
    double contingencyM =
        v.terms().stream()
            .filter(term -> term.symbol().equals("S_CV"))
            .findFirst()
            .orElseThrow()
            .metres();
    for (double beyondM : new double[] {contingencyM + 5, contingencyM + 20}) {
      GeoPolygon box = box(frame, 14_000, northM + beyondM);
      Volume wide =
          new Volume(
              v.flightGeography(),
              box,
              box(frame, 15_000, 10_000),
              v.flightHeightM(),
              v.contingencyHeightM(),
              v.terms());
      List<String> failures =
          failures(with(PLAN.mission(), PLAN.fence(), PLAN.parameters(), wide), INPUTS);
      if (beyondM < contingencyM + 15) {
        assertThat(failures).contains("geography-in-contingency");
      } else {
        assertThat(failures).doesNotContain("geography-in-contingency");
      }
    }
  }

  private static GeoPolygon box(LocalFrame frame, double halfM, double northM) {
    return new GeoPolygon(
        List.of(
            frame.toGeographic(new Enu(-halfM, -halfM)).quantised(),
            frame.toGeographic(new Enu(halfM, -halfM)).quantised(),
            frame.toGeographic(new Enu(halfM, northM)).quantised(),
            frame.toGeographic(new Enu(-halfM, northM)).quantised()));
  }

  @Test
  void unknown_ground_does_not_hold() {
    Terrain hole = new Demo.Hole(4.380, 180);
    assertThat(failures(PLAN, inputs(INPUTS.aircraft(), hole, INPUTS.wind())))
        .contains("ground-clearance", "ceiling-agl", "ground-risk-buffer");
  }

  @Test
  void a_pit_within_the_scene_or_beside_the_line_counts_against_the_ceiling() {
    LatLon inScene = Demo.INCIDENT;
    LatLon turn = place(PLAN.mission().get(firstTurn()));
    double azimuth = Geodesics.azimuthDeg(Demo.HOME, turn);
    LatLon half =
        Geodesics.destination(Demo.HOME, azimuth, Geodesics.distanceM(Demo.HOME, turn) / 2);
    LatLon beside = Geodesics.destination(half, azimuth + 90, 24);
    for (LatLon pit : List.of(inScene, beside)) {
      assertThat(failures(PLAN, inputs(INPUTS.aircraft(), ground(pit, -100), INPUTS.wind())))
          .contains("ceiling-agl", "ground-risk-buffer");
    }
  }

  @Test
  void a_ridge_that_only_the_autopilots_own_return_crosses_counts_against_the_clearance() {
    MissionItem turn = PLAN.mission().get(firstTurn());
    MissionItem back =
        PLAN.mission().stream()
            .filter(i -> i.seq() > PLAN.phases().returnStart())
            .filter(i -> place(i).equals(place(turn)))
            .findFirst()
            .orElseThrow();
    double azimuth = Geodesics.azimuthDeg(Demo.HOME, place(turn)) + 90;
    FlightPlan apart =
        mission(back.seq(), i -> moved(i, Geodesics.destination(place(i), azimuth, 60)));
    LatLon between = Geodesics.destination(place(turn), azimuth, 30);
    Terrain ridge = ground(between, 40);
    assertThat(clearanceFailures(apart, INPUTS)).isEmpty();
    assertThat(clearanceFailures(apart, inputs(INPUTS.aircraft(), ridge, INPUTS.wind())))
        .containsExactly("auto-return from outbound");
  }

  private static List<String> clearanceFailures(FlightPlan plan, ProofInputs inputs) {
    return Prover.prove(plan, inputs).findings().stream()
        .filter(finding -> finding.check().equals("ground-clearance") && !finding.holds())
        .map(ProofFinding::branch)
        .toList();
  }

  private static LatLon place(MissionItem item) {
    return LatLon.ofE7(item.x(), item.y());
  }

  /** The demonstration's ground with a step of some metres within 8 m of a point. */
  private static Terrain ground(LatLon middle, double stepM) {
    return new Stepped(middle, stepM);
  }

  private record Stepped(LatLon middle, double stepM) implements Terrain {
    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return INPUTS
          .terrain()
          .findGround(point)
          .map(
              at ->
                  Geodesics.distanceM(point, middle) < 8
                      ? new AltitudeAmsl(at.metres() + stepM)
                      : at);
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      LatLon nearest =
          new LatLon(
              Math.max(southWest.latDeg(), Math.min(northEast.latDeg(), middle.latDeg())),
              Math.max(southWest.lonDeg(), Math.min(northEast.lonDeg(), middle.lonDeg())));
      boolean steps = Geodesics.distanceM(nearest, middle) < 8;
      return INPUTS
          .terrain()
          .findRange(southWest, northEast)
          .map(
              range ->
                  steps
                      ? new GroundRange(
                          new AltitudeAmsl(range.lowest().metres() + Math.min(0, stepM)),
                          new AltitudeAmsl(range.highest().metres() + Math.max(0, stepM)))
                      : range);
    }
  }

  @Test
  void a_weaker_battery_a_longer_stop_and_a_storm_fail() {
    AircraftModel a = INPUTS.aircraft();
    AircraftModel weak = Demo.aircraft(a.firmware(), 50, a.stoppingDistanceM());
    assertThat(failures(PLAN, inputs(weak, INPUTS.terrain(), INPUTS.wind())))
        .contains("energy", "energy-return");
    AircraftModel longer = Demo.aircraft(a.firmware(), a.usableWh(), a.stoppingDistanceM() + 3);
    assertThat(failures(PLAN, inputs(longer, INPUTS.terrain(), INPUTS.wind())))
        .contains("geography-in-contingency", "fence-in-contingency");
    assertThat(failures(PLAN, inputs(a, INPUTS.terrain(), new Wind(0, 12)))).contains("wind");
  }

  @Test
  void a_plan_that_is_no_plan_is_refused_without_falling_over() {
    assertThat(failures(with(List.of(), List.of(), List.of(), PLAN.volume()), INPUTS))
        .containsExactly("mission-form");
    assertThat(
            failures(
                mission(3, i -> new MissionItem(3, 3, 16, 0, 0, 0, 0, Integer.MAX_VALUE, 0, 60)),
                INPUTS))
        .containsExactly("mission-form");
  }
}
