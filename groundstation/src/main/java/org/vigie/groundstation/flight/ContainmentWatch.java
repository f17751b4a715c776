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
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.plan.Volume;

/**
 * The station's layer of containment: looks ahead, warns, holds, then uses the return that the
 * proof covered. It never invents a destination, and while the aircraft is in a mode that the
 * station did not ask for (the autopilot reacts, or somebody else flies) it only warns.
 */
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

  static void watch(Turn turn, VehicleSnapshot vehicle) {
    ContainmentInput input = input(vehicle);
    if (input == null) {
      return;
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
    react(turn, vehicle, after.reaction());
  }

  /** Asked at each look: an order that got lost is given again, one that had its effect is not. */
  private static void react(Turn turn, VehicleSnapshot vehicle, Reaction reaction) {
    if (!turn.stationFlies(vehicle) || vehicle.fenceBreached()) {
      return; // somebody else flies, or the autopilot's fence acts
    }
    String mode = Airborne.mode(vehicle);
    boolean onMission = mode.equals(turn.profile().mission().name());
    boolean holding = mode.equals(turn.profile().hold().name());
    if (reaction == Reaction.HOLD && onMission) {
      turn.orderOwn("containment", "hold", turn.profile().hold());
    } else if (reaction == Reaction.PROCEDURE && (onMission || holding)) {
      turn.orderOwn("containment", "return", turn.profile().provenReturn());
    }
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
