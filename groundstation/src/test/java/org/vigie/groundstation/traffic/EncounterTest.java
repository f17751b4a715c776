package org.vigie.groundstation.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/** When two aircraft come too near, against a dense walk along both tracks. */
final class EncounterTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final LatLon HERE = new LatLon(45.4386, 4.3766);
  private static final LocalFrame FRAME = new LocalFrame(HERE);

  private static Traffic at(
      double eastM, double northM, double altitudeM, double eastMps, double northMps) {
    return new Traffic(
        "ABCDEF",
        "SAMU42",
        false,
        FRAME.toGeographic(new Enu(eastM, northM)),
        altitudeM,
        0,
        eastMps,
        northMps,
        0,
        NOW);
  }

  private static Traffic ours() {
    return new Traffic("V1", "", true, HERE, 600, 0, 0, 0, 0, NOW);
  }

  @Test
  void a_helicopter_that_comes_straight_is_told_a_minute_ahead() {
    assertThat(Encounter.between(ours(), at(0, 5000, 650, 0, -60), NOW)).isEmpty();
    Encounter near = Encounter.between(ours(), at(0, 4000, 650, 0, -60), NOW).orElseThrow();

    assertThat(near.inS()).isCloseTo(60, within(1e-9));
    assertThat(near.horizontalM()).isCloseTo(400, within(1.0));
    assertThat(near.verticalM()).isCloseTo(50, within(1e-9));
  }

  @Test
  void one_that_flies_away_or_high_above_is_no_encounter() {
    assertThat(Encounter.between(ours(), at(0, 1000, 650, 0, 60), NOW)).isEmpty();
    assertThat(Encounter.between(ours(), at(0, 2000, 900, 0, -60), NOW)).isEmpty();
    assertThat(Encounter.between(ours(), at(0, 40_000, 650, 0, -600), NOW)).isEmpty();
  }

  @Test
  void a_height_that_nobody_knows_counts_as_level() {
    assertThat(Encounter.between(ours(), at(0, 500, Double.NaN, 0, 0), NOW)).isPresent();
  }

  @Test
  void what_was_not_heard_for_a_while_is_carried_on_and_counts_as_nearer() {
    Traffic other = at(0, 3000, 620, 0, -60);
    Encounter late = Encounter.between(ours(), other, NOW.plusSeconds(10)).orElseThrow();

    assertThat(late.inS()).isCloseTo(40, within(0.1));
    assertThat(late.horizontalM()).isZero();
  }

  @Test
  void the_nearest_point_is_that_of_a_dense_walk_along_both_tracks() {
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 2000; i++) {
      Traffic other =
          at(
              random.nextDouble(-6000, 6000),
              random.nextDouble(-6000, 6000),
              random.nextDouble(500, 800),
              random.nextDouble(-80, 80),
              random.nextDouble(-80, 80));
      Enu start = FRAME.toLocal(other.point());
      double walkedM = Double.MAX_VALUE;
      for (double s = 0; s <= Encounter.AHEAD_S; s += 0.02) {
        double eastM = start.eastM() + other.eastMps() * s;
        double northM = start.northM() + other.northMps() * s;
        walkedM = Math.min(walkedM, Math.hypot(eastM, northM));
      }
      boolean level = Math.abs(other.altitudeM() - 600) < Encounter.CREWED_HEIGHT_M;
      Optional<Encounter> encounter = Encounter.between(ours(), other, NOW);
      if (Math.abs(walkedM - Encounter.CREWED_M) > 2) {
        assertThat(encounter.isPresent()).isEqualTo(level && walkedM < Encounter.CREWED_M);
      }
      if (encounter.isPresent()) {
        assertThat(encounter.get().horizontalM()).isCloseTo(walkedM, within(2.0));
        found++;
      }
    }
    assertThat(found).isBetween(50, 1000);
  }
}
