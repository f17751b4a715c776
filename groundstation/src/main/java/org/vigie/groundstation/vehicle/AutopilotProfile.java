package org.vigie.groundstation.vehicle;

import java.util.Optional;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;

/** What differs between autopilots, as far as the station cares. Immutable. */
public interface AutopilotProfile {
  /** ArduCopter 4.6 and later. */
  static AutopilotProfile arducopter() {
    return ArduCopterProfile.INSTANCE;
  }

  /** The firmware's family, as plans name it before the version: {@code arducopter}. */
  String firmware();

  /** The mode of a number; one that the table lacks is named {@code MODE n} and adds risk. */
  FlightMode mode(long customMode);

  /** A mode by its name. */
  Optional<FlightMode> findMode(String name);

  /** Stops and holds position without any stick. */
  FlightMode hold();

  /** The return that the plan proved. */
  FlightMode provenReturn();

  /** The autopilot's own straight return. */
  FlightMode returnToLaunch();

  /** Lands where it is. */
  FlightMode land();

  /** Flies the uploaded mission. */
  FlightMode mission();

  /** A mode in which the autopilot can be armed by a station. */
  FlightMode arming();

  /** Whether item 0 of a mission is home, which the vehicle sets itself. */
  boolean itemZeroIsHome();

  /** The command that asks for a mode. */
  CommandRequest setMode(FlightMode mode);
}
