package org.vigie.groundstation.vehicle;

import java.nio.ByteBuffer;
import org.vigie.groundstation.vehicle.protocol.ArmAuthorisation;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.CarryProgress;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;
import org.vigie.groundstation.vehicle.protocol.LogFetched;
import org.vigie.groundstation.vehicle.protocol.LogList;
import org.vigie.groundstation.vehicle.protocol.ParameterList;
import org.vigie.groundstation.vehicle.protocol.ParametersOutcome;

/** What a vehicle's loop tells its supervisor. */
public sealed interface VehicleReport {
  /** The vehicle said something about its state. Always told before what follows from it. */
  record SnapshotChanged(VehicleSnapshot snapshot) implements VehicleReport {}

  /** A command ended, exactly once for each. */
  record CommandFinished(String commandId, CommandOutcome outcome) implements VehicleReport {}

  /** A vehicle was given its load, exactly once for each act. */
  record CarryFinished(CarryOutcome outcome) implements VehicleReport {}

  /** Giving a vehicle its load has come so far. */
  record CarryProgressed(CarryProgress progress) implements VehicleReport {}

  /**
   * Parameters were read or written, exactly once for each act, in order.
   *
   * @param written whether they were written too
   */
  record ParametersFinished(boolean written, ParametersOutcome outcome) implements VehicleReport {}

  /** All parameters were read, exactly once for each act. */
  record ParametersListed(ParameterList list) implements VehicleReport {}

  /**
   * A whole text of the autopilot.
   *
   * @param severity MAV_SEVERITY, 0 worst
   */
  record TextReceived(int severity, String text) implements VehicleReport {}

  /** Which logs lie on the vehicle's card, exactly once for each act. */
  record LogsListed(LogList list) implements VehicleReport {}

  /** The next part of a log, in order; read-only. */
  record LogPart(int id, ByteBuffer part) implements VehicleReport {}

  /** A log was fetched, or not, exactly once for each act. */
  record LogFinished(LogFetched end) implements VehicleReport {}

  /** The vehicle asked whether it may arm, and got this answer. */
  record ArmAuthorisationAsked(ArmAuthorisation answer) implements VehicleReport {}

  /** The link got better or worse; the snapshot shows it already. */
  record LinkChanged(LinkState state) implements VehicleReport {}

  /** 100 ms of station time or so have passed. */
  record Tick(VehicleSnapshot snapshot) implements VehicleReport {}
}
