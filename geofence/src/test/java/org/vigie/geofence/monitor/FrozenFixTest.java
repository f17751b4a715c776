package org.vigie.geofence.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/** Positions that stand still or creep while the velocity says otherwise, and honest flights. */
class FrozenFixTest {
  private static final LocalFrame FRAME = new LocalFrame(new LatLon(45.4386, 4.3766));
  private static final Instant T0 = Instant.parse("2026-11-21T12:00:00Z");
  private static final double START_M = -200;
  private static final ContainmentMonitor MONITOR =
      new ContainmentMonitor(new ContainmentVolume(square(390), square(400), 90, 100), 4, 1.5);

  private static GeoPolygon square(double halfM) {
    return new GeoPolygon(
        List.of(at(-halfM, -halfM), at(halfM, -halfM), at(halfM, halfM), at(-halfM, halfM)));
  }

  private static LatLon at(double east, double north) {
    return FRAME.toGeographic(new Enu(east, north));
  }

  private static ContainmentInput input(
      double second, double x, double y, double height, double vx, double vy, double vz) {
    return new ContainmentInput(
        T0.plusNanos(Math.round(second * 1e9)),
        at(x, y),
        new HeightAboveHome(height),
        vx,
        vy,
        vz,
        new Wind(0, 0, 0),
        new Accuracy(1, 1));
  }

  /** When a creeping position is doubted first; fails when it is trusted again after that. */
  private static double doubtedS(double mps, double share, double spacingS, double seconds) {
    ContainmentState state = ContainmentState.START;
    double foundS = Double.POSITIVE_INFINITY;
    for (int i = 0; i * spacingS <= seconds; i++) {
      double second = i * spacingS;
      ContainmentInput input = input(second, START_M + share * mps * second, 0, 50, mps, 0, 0);
      ContainmentReport report = MONITOR.step(state, input, input.positionAt());
      state = report.state();
      if (report.findings().contains(ContainmentFinding.POSITION_JUMPED)) {
        foundS = Math.min(foundS, second);
      }
      if (foundS <= second) {
        assertThat(report.findings())
            .as("%s m/s, share %s, every %s s, after %s s", mps, share, spacingS, second)
            .contains(ContainmentFinding.POSITION_JUMPED);
        assertThat(state.containment()).isNotEqualTo(Containment.INSIDE);
        assertThat(state.reaction()).isNotEqualTo(Reaction.NONE);
      }
    }
    return foundS;
  }

  @Test
  void a_position_that_stands_still_is_found_and_doubted_from_then_on() {
    for (double mps : new double[] {2, 4, 6, 20}) {
      for (double spacingS : new double[] {0.1, 0.2, 0.9, 1.1, 2}) {
        // 10 m and what may be flown unseen, of nine tenths of the way, and a fix or two more
        double withinS = (spacingS > 1 ? 22 : spacingS > 0.5 ? 13.5 : 10.6) / (0.9 * mps) + 1;
        assertThat(doubtedS(mps, 0, spacingS, 300))
            .as("%s m/s every %s s", mps, spacingS)
            .isLessThanOrEqualTo(Math.max(withinS, SHORT_S) + spacingS);
      }
    }
  }

  private static final double SHORT_S = 3;

  @Test
  void a_position_at_a_share_of_the_velocity_is_found_before_the_edge() {
    for (double mps : new double[] {4, 8, 20}) {
      for (double share : new double[] {0.3, 0.4, 0.5, 0.6, 0.7, 0.8}) {
        double firmS = 10 / (mps * (0.9 - share));
        if (firmS < 24) {
          double found = doubtedS(mps, share, 0.2, 60);
          assertThat(found)
              .as("%s of %s m/s", share, mps)
              .isBetween(1.0, Math.max(1.1 * firmS + 1, SHORT_S + 0.4));
          // the true place is still inside when it is found
          assertThat(START_M + mps * found).isLessThan(400);
        }
      }
    }
  }

  @Test
  void the_javadoc_of_the_track_says_when() {
    assertThat(doubtedS(2, 0, 0.2, 60)).isLessThanOrEqualTo(7);
    assertThat(doubtedS(20, 0, 0.2, 60)).isLessThanOrEqualTo(2);
    assertThat(doubtedS(8, 0.5, 0.2, 60)).isLessThanOrEqualTo(4);
    assertThat(doubtedS(8, 0.8, 0.2, 60)).isBetween(12.0, 14.0);
    assertThat(doubtedS(2, 0, 2, 60)).isLessThanOrEqualTo(12);
    assertThat(doubtedS(0.35, 0, 0.2, 300)).isInfinite();
    assertThat(doubtedS(3.2, 0.8, 0.2, 100)).isInfinite();
  }

  @Test
  void a_height_that_stands_still_while_climbing_is_found() {
    ContainmentState state = ContainmentState.START;
    Set<ContainmentFinding> findings = Set.of();
    for (int i = 0; i <= 40; i++) {
      ContainmentInput input = input(0.2 * i, 0, 0, 30, 0, 0, 2);
      ContainmentReport report = MONITOR.step(state, input, input.positionAt());
      findings = report.findings();
      state = report.state();
    }
    assertThat(findings).contains(ContainmentFinding.POSITION_JUMPED);
  }

  /** Where a flight truly is at a second: x, y, vx, vy. */
  private interface Flown {
    double[] at(double second);
  }

  private static void assertHonest(String name, Flown flown, double spacingS, long seed) {
    Random random = new Random(seed);
    ContainmentState state = ContainmentState.START;
    for (int i = 0; i * spacingS <= 300; i++) {
      double second = i * spacingS;
      double[] p = flown.at(second);
      ContainmentInput input =
          input(
              second,
              p[0] + random.nextGaussian(),
              p[1] + random.nextGaussian(),
              50 + random.nextGaussian(),
              p[2] + 0.3 * random.nextGaussian(),
              p[3] + 0.3 * random.nextGaussian(),
              0.3 * random.nextGaussian());
      ContainmentReport report = MONITOR.step(state, input, input.positionAt());
      state = report.state();
      assertThat(report.findings())
          .as("%s, every %s s, after %s s", name, spacingS, second)
          .isEmpty();
    }
  }

  private static double[] circle(double radiusM, double mps, double second) {
    double a = mps / radiusM * second;
    return new double[] {
      radiusM * Math.cos(a), radiusM * Math.sin(a), -mps * Math.sin(a), mps * Math.cos(a)
    };
  }

  @Test
  void honest_orbits_hovers_and_turns_with_noise_raise_nothing() {
    for (double spacingS : new double[] {0.1, 0.2, 0.9, 1.1, 2}) {
      for (long seed = 1; seed <= 5; seed++) {
        assertHonest("hover", s -> new double[4], spacingS, seed);
        assertHonest("orbit", s -> circle(20, 8, s), spacingS, seed);
        assertHonest("wide orbit", s -> circle(150, 15, s), spacingS, seed);
        // to and fro, as hard as it brakes: 12 m/s, 4 m/s2
        assertHonest("shuttle", FrozenFixTest::shuttle, spacingS, seed);
        // in wind: slow against it and fast with it
        assertHonest("gusts", FrozenFixTest::gusts, spacingS, seed);
      }
    }
  }

  /** Speed goes down and up at 4 m/s2 between 12 and -12 m/s. */
  private static double[] shuttle(double second) {
    double s = second % 12;
    double v = s < 6 ? 12 - 4 * s : -12 + 4 * (s - 6);
    double x = s < 6 ? 12 * s - 2 * s * s : -12 * (s - 6) + 2 * (s - 6) * (s - 6);
    return new double[] {x, 0, v, 0};
  }

  /** Swings by 3 m/s every 7 s round a circling flight. */
  private static double[] gusts(double second) {
    double[] p = circle(100, 6, second);
    double w = 2 * Math.PI / 7;
    p[0] += -3 / w * Math.cos(w * second);
    p[2] += 3 * Math.sin(w * second);
    return p;
  }
}
