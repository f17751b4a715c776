package org.vigie.geofence.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/**
 * Reads an input: what of it is to be believed, and what is a finding. Without a position the last
 * one counts, as old as it is. Confined to one step.
 */
final class InputReading {
  /** Beyond any multirotor's speed. */
  private static final double SPEED_MPS_MAX = 60;

  /** Beyond this a velocity is no velocity. */
  private static final double VELOCITY_MPS_MAX = 1_000;

  /** Beyond any wind on Earth. */
  private static final double WIND_MPS_MAX = 120;

  /** A position dated so little ahead is the jitter of clocks. */
  private static final double AHEAD_S = 0.1;

  private static final double HEIGHT_M_MAX = 10_000;

  private final LocalFrame frame;
  private final double awayM;
  private final Set<ContainmentFinding> findings = EnumSet.noneOf(ContainmentFinding.class);
  private final @Nullable ContainmentInput usable;
  private final @Nullable Motion motion;
  private final @Nullable FixTrack track;

  InputReading(FlightPlace place, ContainmentState before, ContainmentInput input, Instant now) {
    this.frame = place.frame();
    this.awayM = place.awayM();
    Optional<ContainmentInput> last = before.findLastInput();
    // set back, a clock knows nothing of what came before
    FixTrack known =
        before
            .findTrack()
            .filter(one -> secondsBetween(one.lastAt(), now) >= -AHEAD_S)
            .orElse(null);
    if (!placed(input)) {
      usable = last.filter(this::placed).orElse(null);
      track = known;
      findings.add(ContainmentFinding.POSITION_MISSING);
    } else if (known != null && input.positionAt().isBefore(known.lastAt())) {
      usable = last.filter(this::placed).orElse(input);
      track = known;
      findings.add(ContainmentFinding.POSITION_JUMPED);
    } else {
      usable = input;
      track = known == null ? FixTrack.of(fix(input)) : known.with(fix(input));
    }
    if (track != null && track.doubtful()) {
      findings.add(ContainmentFinding.POSITION_JUMPED);
    }
    motion = usable == null ? null : motion(usable, now);
  }

  Set<ContainmentFinding> findings() {
    return findings;
  }

  boolean doubtful() {
    for (ContainmentFinding finding : findings) {
      if (finding.doubtful()) {
        return true;
      }
    }
    return false;
  }

  /** The input that counts. */
  @Nullable ContainmentInput usable() {
    return usable;
  }

  /** What it says; null when there never was a position. */
  @Nullable Motion motion() {
    return motion;
  }

  /** How the positions agree so far; null when there never was one. */
  @Nullable FixTrack track() {
    return track;
  }

  private boolean placed(ContainmentInput input) {
    LatLon position = input.position();
    if (position == null || input.height() == null) {
      return false;
    }
    if (Math.abs(input.height().metres()) > HEIGHT_M_MAX) {
      return false;
    }
    Enu at = frame.toward(position);
    return Math.hypot(at.eastM(), at.northM()) <= awayM;
  }

  private FixTrack.Fix fix(ContainmentInput input) {
    Enu at = local(input);
    boolean moving = believable(input);
    return FixTrack.Fix.first(
        input.positionAt(),
        at.eastM(),
        at.northM(),
        input.findHeightM(),
        moving ? input.eastMps() : 0,
        moving ? input.northMps() : 0,
        moving ? input.upMps() : 0);
  }

  private Enu local(ContainmentInput input) {
    return frame.toLocal(input.findPosition().orElseThrow());
  }

  private static boolean believable(ContainmentInput input) {
    return Math.abs(input.eastMps()) <= VELOCITY_MPS_MAX
        && Math.abs(input.northMps()) <= VELOCITY_MPS_MAX
        && Math.abs(input.upMps()) <= VELOCITY_MPS_MAX;
  }

  private Motion motion(ContainmentInput input, Instant now) {
    double ageS = secondsBetween(input.positionAt(), now);
    if (ageS > ContainmentMonitor.STALE_AFTER_S) {
      findings.add(ContainmentFinding.POSITION_STALE);
    }
    if (ageS < -AHEAD_S) {
      findings.add(ContainmentFinding.POSITION_FROM_THE_FUTURE);
    }
    ageS = Math.max(0, ageS);
    boolean moving = believable(input);
    if (!moving) {
      findings.add(ContainmentFinding.VELOCITY_MISSING);
    }
    double vx = moving ? input.eastMps() : 0;
    double vy = moving ? input.northMps() : 0;
    double vz = moving ? input.upMps() : 0;
    double speedMps = Math.hypot(vx, vy);
    if (Math.hypot(speedMps, vz) > SPEED_MPS_MAX) {
      findings.add(ContainmentFinding.SPEED_IMPLAUSIBLE);
    }
    Wind wind = wind(input);
    Accuracy accuracy = accuracy(input);
    // unseen for long it may have lost its hold and go with the wind
    double unseenS = Math.max(0, ageS - ContainmentMonitor.STALE_AFTER_S);
    double flownM = speedMps * (ageS - unseenS) + Math.max(speedMps, wind.mpsMax()) * unseenS;
    Enu at = local(input);
    return new Motion(
        at.eastM(),
        at.northM(),
        input.findHeightM(),
        vx,
        vy,
        vz,
        ageS,
        flownM,
        accuracy.horizontalM(),
        accuracy.verticalM(),
        wind.eastMps(),
        wind.northMps(),
        wind.errorMps(),
        moving);
  }

  private Wind wind(ContainmentInput input) {
    Wind wind = input.wind();
    if (wind == null) {
      findings.add(ContainmentFinding.WIND_UNKNOWN);
      return Wind.NONE;
    }
    if (!wind.known() || wind.mpsMax() > WIND_MPS_MAX) {
      findings.add(ContainmentFinding.WIND_IMPLAUSIBLE);
      return Wind.NONE;
    }
    return wind;
  }

  private Accuracy accuracy(ContainmentInput input) {
    Accuracy accuracy = input.accuracy();
    if (accuracy == null) {
      findings.add(ContainmentFinding.ACCURACY_UNKNOWN);
      return Accuracy.EXACT;
    }
    if (!accuracy.known()) {
      findings.add(ContainmentFinding.ACCURACY_IMPLAUSIBLE);
      return Accuracy.EXACT;
    }
    return accuracy;
  }

  static double secondsBetween(Instant from, Instant to) {
    Duration duration = Duration.between(from, to);
    return duration.getSeconds() + duration.getNano() / 1e9;
  }
}
