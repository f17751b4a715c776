package org.vigie.geofence.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.volume.KeepOut;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.TimeSpan;

/**
 * Keep-outs, wind, accuracy, boundaries and what cannot be believed. The volume is a square of 2 km
 * with tops at 63 m and 73 m, so that keep-outs within it decide.
 */
class KeepOutTest {
  private static final LocalFrame FRAME = new LocalFrame(new LatLon(45.4386, 4.3766));
  private static final Instant T0 = Instant.parse("2026-11-21T12:00:00Z");
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final StoppingModel STOPPING = StoppingModel.braking(2, 1);

  private static LatLon at(double east, double north) {
    return FRAME.toGeographic(new Enu(east, north));
  }

  private static GeoPolygon box(double west, double south, double east, double north) {
    return new GeoPolygon(
        List.of(at(west, south), at(east, south), at(east, north), at(west, north)));
  }

  private static HorizontalProjection area(GeoPolygon outer, GeoPolygon... holes) {
    return new HorizontalProjection.Polygon(outer, List.of(holes));
  }

  private static ContainmentMonitor monitor(KeepOut... keepOuts) {
    ContainmentVolume volume =
        new ContainmentVolume(box(-900, -900, 900, 900), box(-1000, -1000, 1000, 1000), 63, 73);
    return new ContainmentMonitor(volume, STOPPING, List.of(keepOuts));
  }

  private static ContainmentInput input(
      LatLon position, double height, double eastMps, double upMps) {
    return new ContainmentInput(T0, position, new HeightAboveHome(height), eastMps, 0, upMps);
  }

  private static ContainmentReport look(ContainmentMonitor monitor, ContainmentInput input) {
    return monitor.step(ContainmentState.START, input, T0);
  }

  private static Containment containment(ContainmentMonitor monitor, LatLon position) {
    return look(monitor, input(position, 50, 0, 0)).state().containment();
  }

  @Test
  void corners_and_edges_of_a_keep_out_are_inside_it_and_of_the_volume_outside() {
    GeoPolygon zone = box(100, 100, 200, 200);
    ContainmentMonitor monitor = monitor(KeepOut.of("Z", area(zone)));
    GeoPolygon volume = box(-1000, -1000, 1000, 1000);
    for (GeoPolygon polygon : List.of(zone, volume)) {
      for (int i = 0; i < 4; i++) {
        LatLon a = polygon.ring().get(i);
        LatLon b = polygon.ring().get((i + 1) % 4);
        for (double share : new double[] {0, 0.25, 0.5, 1.0 / 3, 0.999}) {
          LatLon on =
              new LatLon(
                  a.latDeg() + share * (b.latDeg() - a.latDeg()),
                  a.lonDeg() + share * (b.lonDeg() - a.lonDeg()));
          assertThat(containment(monitor, on)).isEqualTo(Containment.OUTSIDE_VOLUME);
        }
      }
    }
    assertThat(containment(monitor, at(99.95, 150))).isEqualTo(Containment.INSIDE);
    ContainmentMonitor banded =
        monitor(new KeepOut("Z", List.of(area(zone)), 40, 60, KeepOut.ALWAYS));
    LatLon over = at(150, 150);
    for (double height : new double[] {40, 50, 60}) {
      assertThat(look(banded, input(over, height, 0, 0)).state().containment())
          .isEqualTo(Containment.OUTSIDE_VOLUME);
    }
    assertThat(look(banded, input(over, 60.1, 0, 0)).keepOutMarginM()).isCloseTo(0.1, within(1e-9));
    assertThat(look(banded, input(over, 60.1, 0, 0)).state().containment())
        .isEqualTo(Containment.INSIDE);
  }

  /** Found by the oracle at full count: the second keep-out was passed over. */
  @Test
  void within_two_keep_outs_the_deeper_one_is_named_whichever_comes_first() {
    KeepOut shallow = KeepOut.of("shallow", area(box(-5, -100, 100, 100)));
    KeepOut deep = KeepOut.of("deep", area(box(-12, -100, 100, 100)));
    for (ContainmentMonitor monitor : List.of(monitor(shallow, deep), monitor(deep, shallow))) {
      ContainmentReport report = look(monitor, input(at(0, 0), 50, 0, 0));
      assertThat(report.keepOutMarginM()).isCloseTo(-12, within(0.02));
      assertThat(report.findKeepOut()).hasValue("deep");
    }
  }

  @Test
  void within_a_keep_out_near_its_floor_the_way_flown_since_is_no_reason_to_hold_only() {
    KeepOut zone =
        new KeepOut("Z", List.of(area(box(-500, -500, 500, 500))), 45, INF, KeepOut.ALWAYS);
    ContainmentMonitor monitor = monitor(zone);
    double[][] heightAndAge = {{46, 0.2}, {50, 0.4}, {55, 0.8}};
    for (double[] one : heightAndAge) {
      Instant now = T0.plusMillis((long) (one[1] * 1000));
      ContainmentReport report =
          monitor.step(ContainmentState.START, input(at(0, 0), one[0], 15, 0), now);
      assertThat(report.state().reaction()).isEqualTo(Reaction.PROCEDURE);
    }
    // below its floor and beside it, within what may have been flown since: a guess
    ContainmentReport beside =
        monitor.step(ContainmentState.START, input(at(-505, 0), 50, 15, 0), T0.plusMillis(800));
    assertThat(beside.state().containment()).isEqualTo(Containment.OUTSIDE_VOLUME);
    assertThat(beside.state().reaction()).isEqualTo(Reaction.HOLD);
  }

  @Test
  void a_hole_is_free_and_its_edge_is_not() {
    ContainmentMonitor monitor =
        monitor(KeepOut.of("Z", area(box(100, 100, 400, 400), box(200, 200, 300, 300))));
    assertThat(containment(monitor, at(250, 250))).isEqualTo(Containment.INSIDE);
    assertThat(look(monitor, input(at(250, 250), 50, 0, 0)).keepOutMarginM())
        .isCloseTo(50, within(0.02));
    assertThat(containment(monitor, at(200, 250))).isEqualTo(Containment.OUTSIDE_VOLUME);
    assertThat(containment(monitor, at(150, 250))).isEqualTo(Containment.OUTSIDE_VOLUME);
  }

  @Test
  void a_ring_that_crosses_itself_stands_for_its_hull_and_a_line_for_itself() {
    GeoPolygon bow = new GeoPolygon(List.of(at(0, 0), at(200, 200), at(200, 0), at(0, 200)));
    assertThat(containment(monitor(KeepOut.of("bow", area(bow))), at(100, 10)))
        .isEqualTo(Containment.OUTSIDE_VOLUME);
    GeoPolygon flat = new GeoPolygon(List.of(at(0, 0), at(200, 0), at(100, 0)));
    ContainmentMonitor line = monitor(KeepOut.of("line", area(flat)));
    assertThat(look(line, input(at(50, 30), 50, 0, 0)).keepOutMarginM())
        .isCloseTo(30, within(0.02));
    assertThat(containment(line, at(50, 0))).isEqualTo(Containment.OUTSIDE_VOLUME);
    GeoPolygon point = new GeoPolygon(List.of(at(10, 0), at(10, 0), at(10, 0)));
    assertThat(
            look(monitor(KeepOut.of("point", area(point))), input(at(0, 0), 50, 0, 0))
                .keepOutMarginM())
        .isCloseTo(10, within(0.02));
  }

  @Test
  void a_keep_out_counts_from_shortly_before_it_comes_into_force_until_its_end() {
    KeepOut span =
        new KeepOut(
            "Z",
            List.of(area(box(-50, -50, 50, 50))),
            -INF,
            INF,
            new TimeSpan(T0.plusSeconds(100), T0.plusSeconds(200)));
    ContainmentMonitor monitor = monitor(span);
    for (int second : new int[] {0, 69, 70, 100, 200, 201}) {
      Instant now = T0.plusSeconds(second);
      ContainmentInput input =
          new ContainmentInput(now, at(0, 0), new HeightAboveHome(50), 0, 0, 0);
      assertThat(monitor.step(ContainmentState.START, input, now).state().containment())
          .as("second %s", second)
          .isEqualTo(
              second >= 70 && second <= 200 ? Containment.OUTSIDE_VOLUME : Containment.INSIDE);
    }
  }

  @Test
  void the_first_surface_is_named_with_its_time() {
    ContainmentMonitor monitor =
        monitor(
            KeepOut.of("near", area(box(100, -50, 200, 50))),
            KeepOut.of("far", area(box(250, -50, 300, 50))),
            new KeepOut("high", List.of(area(box(20, -50, 90, 50))), 70, INF, KeepOut.ALWAYS));
    ContainmentReport level = look(monitor, input(at(0, 0), 50, 8, 0));
    assertThat(level.findBreach()).hasValue(Surface.KEEP_OUT);
    assertThat(level.findBreachKeepOut()).hasValue("near");
    assertThat(level.breachS()).isCloseTo(100 / 8.0, within(0.01));
    assertThat(level.findKeepOut()).hasValue("high");
    assertThat(level.keepOutMarginM()).isCloseTo(Math.hypot(20, 20), within(0.02));
    // 20 m up at 2.5 m/s: after 8 s, 64 m on, it is below "high" still, and enters it from below
    ContainmentReport climbing = look(monitor, input(at(0, 0), 50, 8, 2.5));
    assertThat(climbing.findBreachKeepOut()).hasValue("high");
    assertThat(climbing.breachS()).isCloseTo(8, within(0.01));
    ContainmentReport top = look(monitor, input(at(-300, 0), 50, 0, 2.5));
    assertThat(top.findBreach()).hasValue(Surface.TOP);
    assertThat(top.breachS()).isCloseTo(23 / 2.5, within(1e-9));
  }

  @Test
  void braking_before_a_keep_out_is_asked_for_in_time_and_wind_makes_it_earlier() {
    ContainmentMonitor monitor = monitor(KeepOut.of("Z", area(box(100, -50, 200, 50))));
    // 8 m/s: 8 m of reaction and 64 / 4 = 16 m of braking; with 3 m/s of tail wind for the 4 s of
    // braking 12 m more
    assertThat(look(monitor, input(at(75.9, 0), 50, 8, 0)).stopsInside()).isTrue();
    assertThat(look(monitor, input(at(76.1, 0), 50, 8, 0)).stopsInside()).isFalse();
    assertThat(look(monitor, input(at(76.1, 0), 50, 8, 0)).state().reaction())
        .isEqualTo(Reaction.HOLD);
    Wind tail = new Wind(3, 0, 0);
    assertThat(look(monitor, input(at(63.4, 0), 50, 8, 0).in(tail)).stopsInside()).isTrue();
    assertThat(look(monitor, input(at(64.1, 0), 50, 8, 0).in(tail)).stopsInside()).isFalse();
    Wind gusts = new Wind(0, 0, 3);
    assertThat(look(monitor, input(at(64.1, 0), 50, 8, 0).in(gusts)).stopsInside()).isFalse();
    assertThat(look(monitor, input(at(63.9, 0), 50, 8, 0).in(gusts)).stopsInside()).isTrue();
    Accuracy poor = new Accuracy(5, 0);
    assertThat(look(monitor, input(at(70.9, 0), 50, 8, 0).within(poor)).stopsInside()).isTrue();
    assertThat(look(monitor, input(at(71.1, 0), 50, 8, 0).within(poor)).stopsInside()).isFalse();
  }

  @Test
  void a_measured_stop_goes_with_the_square_of_the_speed() {
    StoppingModel model = StoppingModel.measured(22, 9.5, 0);
    assertThat(model.distanceM(9.5)).isCloseTo(22, within(1e-9));
    assertThat(model.distanceM(4.75)).isCloseTo(5.5, within(1e-9));
    assertThatThrownBy(() -> StoppingModel.measured(Double.NaN, 9.5, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StoppingModel(1, 2, 1.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noise_around_a_keep_out_and_around_the_last_moment_does_not_flicker() {
    ContainmentMonitor monitor = monitor(KeepOut.of("Z", area(box(100, -500, 200, 500))));
    Random random = new Random(9);
    for (double east : new double[] {100, 76 - 16}) {
      ContainmentState state = ContainmentState.START;
      int changes = 0;
      for (int i = 0; i < 3000; i++) {
        Instant now = T0.plusMillis(200L * i);
        ContainmentInput input =
            new ContainmentInput(
                now,
                at(east + 0.3 * random.nextGaussian(), 0),
                new HeightAboveHome(50),
                (east < 100 ? 8 : 0) + 0.1 * random.nextGaussian(),
                0,
                0);
        ContainmentState next = monitor.step(state, input, now).state();
        changes +=
            next.containment() != state.containment() || next.reaction() != state.reaction()
                ? 1
                : 0;
        assertThat(next.containment()).isGreaterThanOrEqualTo(state.containment());
        assertThat(next.reaction()).isGreaterThanOrEqualTo(state.reaction());
        state = next;
      }
      // worse in steps, never back
      assertThat(changes).isBetween(1, 3);
    }
  }

  @Test
  void a_position_that_stays_away_is_held_when_it_may_have_reached_an_edge() {
    ContainmentMonitor monitor = monitor();
    ContainmentInput flying = input(at(0, 0), 50, 8, 0).in(new Wind(0, 10, 2));
    ContainmentState state = monitor.step(ContainmentState.START, flying, T0).state();
    assertThat(state.reaction()).isEqualTo(Reaction.NONE);
    ContainmentInput nothing =
        ContainmentInput.ofRaw(T0, Double.NaN, 4, Double.NaN, Double.NaN, 0, 0);
    ContainmentReport soon = monitor.step(state, nothing, T0.plusSeconds(3));
    assertThat(soon.findings())
        .contains(ContainmentFinding.POSITION_MISSING, ContainmentFinding.POSITION_STALE);
    assertThat(soon.state().containment()).isEqualTo(Containment.UNKNOWN);
    assertThat(soon.state().reaction()).isEqualTo(Reaction.WARN);
    // 8 m in the first second, then up to 12 m/s with the wind: 900 m after 1 + 892 / 12 s
    ContainmentReport before = monitor.step(state, nothing, T0.plusSeconds(75));
    assertThat(before.geographyMarginM()).isCloseTo(900 - 8 - 74 * 12, within(0.2));
    ContainmentReport reached = monitor.step(state, nothing, T0.plusSeconds(90));
    assertThat(reached.state().containment()).isEqualTo(Containment.OUTSIDE_VOLUME);
    assertThat(reached.state().reaction()).isEqualTo(Reaction.HOLD);
  }

  @Test
  void nothing_that_an_input_holds_fails_or_passes_for_inside() {
    ContainmentMonitor monitor = monitor(KeepOut.of("Z", area(box(100, 100, 200, 200))));
    double[] odd = {
      Double.NaN,
      INF,
      -INF,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      1e9,
      -1e-300,
      0,
      180,
      90,
      45.4386,
      4.3766,
      50,
      7
    };
    Instant[] times = {T0, Instant.MIN, Instant.MAX, Instant.EPOCH, T0.plusSeconds(5)};
    Random random = new Random(2);
    int doubtful = 0;
    int calm = 0;
    ContainmentState state = ContainmentState.START;
    for (int i = 0; i < 20_000; i++) {
      boolean plain = random.nextInt(3) == 0;
      ContainmentInput input =
          plain
              ? input(at(random.nextInt(50), 0), 50, 3, 0)
              : ContainmentInput.ofRaw(
                      times[random.nextInt(times.length)],
                      odd[random.nextInt(odd.length)],
                      odd[random.nextInt(odd.length)],
                      odd[random.nextInt(odd.length)],
                      odd[random.nextInt(odd.length)],
                      odd[random.nextInt(odd.length)],
                      odd[random.nextInt(odd.length)])
                  .in(new Wind(odd[random.nextInt(odd.length)], 0, odd[random.nextInt(odd.length)]))
                  .within(
                      new Accuracy(
                          odd[random.nextInt(odd.length)], odd[random.nextInt(odd.length)]));
      ContainmentReport report =
          monitor.step(random.nextBoolean() ? ContainmentState.START : state, input, T0);
      state = report.state();
      assertThat(report.breachS()).isNotNaN();
      assertThat(report.volumeMarginM()).isNotNaN();
      assertThat(report.keepOutMarginM()).isNotNaN();
      if (report.findings().stream().anyMatch(ContainmentFinding::doubtful)) {
        doubtful++;
        assertThat(state.containment()).isGreaterThanOrEqualTo(Containment.UNKNOWN);
        assertThat(state.reaction()).isGreaterThanOrEqualTo(Reaction.WARN);
      } else {
        calm++;
      }
    }
    assertThat(doubtful).isGreaterThan(5_000);
    assertThat(calm).isGreaterThan(500);
  }

  @Test
  void a_velocity_that_is_no_number_warns_and_promises_no_stop() {
    ContainmentReport report = look(monitor(), input(at(0, 0), 50, Double.NaN, 0));
    assertThat(report.findings()).contains(ContainmentFinding.VELOCITY_MISSING);
    assertThat(report.state().containment()).isEqualTo(Containment.UNKNOWN);
    assertThat(report.state().reaction()).isEqualTo(Reaction.WARN);
    assertThat(report.stopsInside()).isFalse();
    assertThat(report.breachS()).isZero();
    assertThat(report.volumeMarginM()).isCloseTo(1000, within(0.1));
  }

  @Test
  void a_floor_counts_like_a_top() {
    ContainmentVolume volume =
        new ContainmentVolume(box(-100, -100, 100, 100), box(-140, -140, 140, 140), 63, 73, 30);
    ContainmentMonitor monitor = new ContainmentMonitor(volume, STOPPING, List.of());
    ContainmentReport sinking = look(monitor, input(at(0, 0), 50, 0, -2));
    assertThat(sinking.floorMarginM()).isEqualTo(20);
    assertThat(sinking.findBreach()).hasValue(Surface.FLOOR);
    assertThat(sinking.breachS()).isEqualTo(10);
    assertThat(look(monitor, input(at(0, 0), 30, 0, 0)).state().reaction())
        .isEqualTo(Reaction.PROCEDURE);
  }

  @Test
  void keep_outs_far_away_and_around_the_earth_do_no_harm() {
    HorizontalProjection country =
        area(
            new GeoPolygon(
                List.of(
                    new LatLon(40, -5),
                    new LatLon(40, 10),
                    new LatLon(51, 10),
                    new LatLon(51, -5))));
    assertThat(containment(monitor(KeepOut.of("country", country)), at(0, 0)))
        .isEqualTo(Containment.OUTSIDE_VOLUME);
    HorizontalProjection away =
        area(
            new GeoPolygon(
                List.of(new LatLon(-40, 170), new LatLon(-40, 179), new LatLon(-30, 175))));
    assertThat(containment(monitor(KeepOut.of("away", away)), at(0, 0)))
        .isEqualTo(Containment.INSIDE);
    HorizontalProjection circle = new HorizontalProjection.Circle(new LatLon(-40, -179), 5_000);
    assertThat(containment(monitor(KeepOut.of("circle", circle)), at(0, 0)))
        .isEqualTo(Containment.INSIDE);
  }

  private static ContainmentMonitor around(LocalFrame frame, double sideM, KeepOut... keepOuts) {
    GeoPolygon square =
        new GeoPolygon(
            List.of(
                frame.toGeographic(new Enu(-sideM, -sideM)),
                frame.toGeographic(new Enu(sideM, -sideM)),
                frame.toGeographic(new Enu(sideM, sideM)),
                frame.toGeographic(new Enu(-sideM, sideM))));
    return new ContainmentMonitor(
        new ContainmentVolume(square, square, 63, 73), STOPPING, List.of(keepOuts));
  }

  @Test
  void keep_outs_and_volumes_lie_across_the_antimeridian_like_anywhere() {
    LocalFrame beside = new LocalFrame(new LatLon(-17, -179.985));
    KeepOut circle =
        KeepOut.of("circle", new HorizontalProjection.Circle(new LatLon(-17, 179.999), 2_500));
    assertThat(containment(around(beside, 300, circle), beside.origin()))
        .isEqualTo(Containment.OUTSIDE_VOLUME);
    KeepOut ring =
        KeepOut.of(
            "ring",
            area(
                new GeoPolygon(
                    List.of(
                        new LatLon(-17.003, 179.999),
                        new LatLon(-17.003, -179.98),
                        new LatLon(-16.997, -179.98),
                        new LatLon(-16.997, 179.999)))));
    assertThat(containment(around(beside, 300, ring), beside.origin()))
        .isEqualTo(Containment.OUTSIDE_VOLUME);
    LocalFrame on = new LocalFrame(new LatLon(-17, 180));
    ContainmentReport middle =
        look(around(on, 300), input(on.toGeographic(new Enu(100, 0)), 50, 0, 0));
    assertThat(middle.volumeMarginM()).isCloseTo(200, within(0.02));
    ContainmentReport west =
        look(around(on, 300), input(on.toGeographic(new Enu(-310, 0)), 50, 0, 0));
    assertThat(west.volumeMarginM()).isCloseTo(-10, within(0.02));
  }

  @Test
  void a_circle_on_another_continent_at_a_like_latitude_does_no_harm() {
    KeepOut far =
        KeepOut.of("far", new HorizontalProjection.Circle(new LatLon(45.6, -56.2), 5_000));
    assertThat(containment(monitor(far), at(0, 0))).isEqualTo(Containment.INSIDE);
  }

  @Test
  void a_keep_out_near_the_edge_of_reach_is_not_left_away() {
    KeepOut far = KeepOut.of("far", area(box(30_000, -100, 30_200, 100)));
    ContainmentReport report = look(monitor(far), input(at(29_990, 0), 50, 0, 0));
    assertThat(report.findKeepOut()).hasValue("far");
  }

  @Test
  void what_lies_between_two_readings_of_a_long_edge_is_kept_out_of() {
    // the shortest line between two places of a latitude runs north of it
    double halfDeg = 0.4;
    GeoPolygon zone =
        new GeoPolygon(
            List.of(
                new LatLon(45.3, 4.3766 - halfDeg),
                new LatLon(45.3, 4.3766 + halfDeg),
                new LatLon(45.4386, 4.3766 + halfDeg),
                new LatLon(45.4386, 4.3766 - halfDeg)));
    ContainmentMonitor monitor = monitor(KeepOut.of("long", area(zone)));
    assertThat(containment(monitor, at(0, 50))).isEqualTo(Containment.OUTSIDE_VOLUME);
    assertThat(containment(monitor, at(0, 120))).isEqualTo(Containment.INSIDE);
  }

  @Test
  void a_circle_is_never_drawn_smaller_than_it_is_on_the_ellipsoid() {
    LatLon centre = at(0, 45_000);
    KeepOut circle = KeepOut.of("circle", new HorizontalProjection.Circle(centre, 44_500));
    // seen from 30 km off the middle, sideways distances come out too long
    for (double angle = -0.9; angle <= 0.9; angle += 0.1) {
      LocalFrame there = new LocalFrame(centre);
      LatLon inside =
          there.toGeographic(new Enu(44_499.95 * Math.sin(angle), -44_499.95 * Math.cos(angle)));
      Enu local = FRAME.toLocal(inside);
      if (Math.hypot(local.eastM(), local.northM()) < 30_000) {
        assertThat(look(monitor(circle), input(inside, 50, 0, 0)).keepOutMarginM()).isNegative();
      }
    }
  }

  @Test
  void below_the_flight_floor_is_outside_the_geography_and_sinking_is_held() {
    ContainmentVolume volume =
        new ContainmentVolume(box(-100, -100, 100, 100), box(-140, -140, 140, 140), 63, 73, 30, 40);
    ContainmentMonitor monitor = new ContainmentMonitor(volume, STOPPING, List.of());
    assertThat(look(monitor, input(at(0, 0), 40.1, 0, 0)).state().containment())
        .isEqualTo(Containment.INSIDE);
    ContainmentReport below = look(monitor, input(at(0, 0), 39, 0, 0));
    assertThat(below.state().containment()).isEqualTo(Containment.OUTSIDE_GEOGRAPHY);
    assertThat(below.state().reaction()).isEqualTo(Reaction.WARN);
    assertThat(below.geographyHeightMarginM()).isEqualTo(-1);
    assertThat(look(monitor, input(at(0, 0), 39, 0, -0.5)).state().reaction())
        .isEqualTo(Reaction.HOLD);
    assertThat(look(monitor, input(at(0, 0), 39, 0, 0.5)).state().reaction())
        .isEqualTo(Reaction.WARN);
    assertThatThrownBy(
            () -> new ContainmentVolume(box(0, 0, 1, 1), box(0, 0, 1, 1), 63, 73, 30, 29))
        .hasMessageContaining("floor");
  }

  @Test
  void a_long_flight_has_its_position_everywhere() {
    ContainmentMonitor monitor = around(FRAME, 40_000);
    assertThat(containment(monitor, at(39_000, 39_000))).isEqualTo(Containment.INSIDE);
    assertThat(look(monitor, input(at(80_000, 80_000), 50, 0, 0)).findings())
        .contains(ContainmentFinding.POSITION_MISSING);
    assertThatThrownBy(() -> around(FRAME, 150_000)).hasMessageContaining("170");
  }

  @Test
  void the_last_instant_of_all_is_a_time_like_any_other() {
    ContainmentMonitor monitor = monitor(KeepOut.of("Z", area(box(100, -50, 200, 50))));
    ContainmentReport report =
        monitor.step(ContainmentState.START, input(at(0, 0), 50, 0, 0), Instant.MAX);
    assertThat(report.findings()).contains(ContainmentFinding.POSITION_STALE);
  }
}
