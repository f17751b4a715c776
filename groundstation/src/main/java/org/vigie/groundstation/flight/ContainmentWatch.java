package org.vigie.groundstation.flight;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.monitor.ContainmentInput;
import org.vigie.geofence.monitor.ContainmentMonitor;
import org.vigie.geofence.monitor.ContainmentReport;
import org.vigie.geofence.monitor.ContainmentState;
import org.vigie.geofence.monitor.ContainmentVolume;
import org.vigie.geofence.monitor.Reaction;
import org.vigie.groundstation.flight.watch.Concern;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.plan.Volume;

/** The station's layer of containment: where the aircraft is, and where it could stop. */
final class ContainmentWatch {
  /** ArduCopter's default WPNAV_ACCEL, 250 cm/s². */
  private static final double DECELERATION_MPS2 = 2.5;

  /** Link, autopilot and the lean into braking: ArduCopter took 22 m from 9.5 m/s. */
  private static final double REACTION_S = 1;

  private ContainmentWatch() {}

  static ContainmentMonitor monitor(Volume volume) {
    return new ContainmentMonitor(
        new ContainmentVolume(
            volume.flightGeography(),
            volume.contingencyVolume(),
            volume.flightHeightM(),
            volume.contingencyHeightM()),
        DECELERATION_MPS2,
        REACTION_S);
  }

  /** The monitor's judgement of where the vehicle is now, for who only looks. */
  static Optional<ContainmentReport> judge(
      ContainmentMonitor monitor, ContainmentState state, VehicleSnapshot vehicle, Instant now) {
    return Optional.ofNullable(input(vehicle)).map(input -> monitor.step(state, input, now));
  }

  /** Judges the present place; journals what changed of the judgement. */
  static Optional<Concern> look(Turn turn, VehicleSnapshot vehicle) {
    ContainmentInput input = input(vehicle);
    if (input == null) {
      return Optional.empty();
    }
    ContainmentState before = turn.containment();
    ContainmentReport report = turn.monitor().step(before, input, turn.now());
    ContainmentState after = report.state();
    turn.contained(after);
    if (after.containment() != before.containment() || after.reaction() != before.reaction()) {
      turn.event(
          new FlightEvent.Containment(
              after.containment().name(),
              after.reaction().name(),
              finite(Math.min(report.volumeMarginM(), report.volumeHeightMarginM())),
              Double.isFinite(report.breachS()) ? report.breachS() : null));
    }
    double marginM = finite(Math.min(report.volumeMarginM(), report.volumeHeightMarginM()));
    return after.reaction() == Reaction.NONE
        ? Optional.empty()
        : Optional.of(
            new Concern(
                ConcernKind.CONTAINMENT,
                after.reaction(),
                marginM,
                0,
                "m",
                after.containment().name()));
  }

  /** The journal has no form for an infinite margin. */
  private static double finite(double margin) {
    return Double.isFinite(margin) ? margin : -Double.MAX_VALUE;
  }

  private static @Nullable ContainmentInput input(VehicleSnapshot vehicle) {
    return vehicle
        .findPosition()
        .map(
            fix ->
                new ContainmentInput(
                    fix.at(),
                    fix.point(),
                    fix.height(),
                    fix.velocity().eastMps(),
                    fix.velocity().northMps(),
                    -fix.velocity().downMps()))
        .orElse(null);
  }
}
