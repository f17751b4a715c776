package org.vigie.groundstation.vehicle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.vehicle.protocol.Command;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.groundstation.vehicle.protocol.ParameterCoding;
import org.vigie.groundstation.vehicle.protocol.TransferHabits;
import org.vigie.planner.plan.Autopilot;

/** What differs between autopilots, as far as the station cares. Immutable. */
public interface AutopilotProfile {
  /** ArduCopter 4.6 and later. */
  static AutopilotProfile arducopter() {
    return ArduCopterProfile.INSTANCE;
  }

  /** PX4 multirotors, 1.16 and later. */
  static AutopilotProfile px4() {
    return Px4Profile.INSTANCE;
  }

  private static Stream<AutopilotProfile> all() {
    return Stream.of(arducopter(), px4());
  }

  /**
   * The profile of an autopilot that says what it is; empty for one that the station cannot fly.
   *
   * @param autopilot MAV_AUTOPILOT
   * @param type MAV_TYPE
   */
  static Optional<AutopilotProfile> find(int autopilot, int type) {
    return all().filter(profile -> profile.flies(autopilot, type)).findFirst();
  }

  /**
   * The profile that plans of a firmware table are for.
   *
   * @param table for example {@code px4-1.17}
   * @param preRelease see {@link #preRelease()}
   * @throws IllegalArgumentException if there is none
   */
  static AutopilotProfile ofFirmware(String table, String preRelease) {
    return Stream.of(new ArduCopterProfile(preRelease), new Px4Profile(preRelease))
        .filter(profile -> table.startsWith(profile.firmware() + "-"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no autopilot for firmware " + table));
  }

  /**
   * The one version before a release, for example {@code 4.7.0-dev}, that somebody has held against
   * the table by hand; empty for none.
   */
  String preRelease();

  /** The firmware's family, as plans name it before the version: {@code arducopter}. */
  String firmware();

  /**
   * Whether the autopilot says itself which aircraft it is in remote identification, and takes the
   * operator's place in no message but SYSTEM.
   */
  boolean makesOwnIdentity();

  /**
   * Whether a heartbeat with these is of such an autopilot on a multirotor.
   *
   * @param autopilot MAV_AUTOPILOT
   * @param type MAV_TYPE
   */
  boolean flies(int autopilot, int type);

  /**
   * What its storage makes of items: item 0, and the frames in which mission, fence and rally read
   * back.
   */
  Autopilot storage();

  /** How parameters travel. */
  ParameterCoding parameterCoding();

  /** How many items of a list it may be asked for before the first of them comes. */
  int readAhead();

  /** How it takes and gives lists and parameters. */
  default TransferHabits habits() {
    return new TransferHabits(parameterCoding(), itemZeroIsHome(), readAhead());
  }

  /** What the station asks of it when it first hears it, and again after it was lost. */
  List<CommandRequest> connection();

  /** The mode of a number; one that the table lacks is named {@code MODE n} and adds risk. */
  FlightMode mode(long customMode);

  /** A mode by its name. */
  Optional<FlightMode> findMode(String name);

  /** Stops and holds position without any stick. */
  FlightMode hold();

  /** The return that the plan proved. */
  FlightMode provenReturn();

  /** The autopilot's own return; on PX4 the same as the proven one. */
  FlightMode returnToLaunch();

  /** Lands where it is. */
  FlightMode land();

  /** Flies the uploaded mission. */
  FlightMode mission();

  /** A mode in which the autopilot can be armed by a station, and stays on the ground. */
  FlightMode arming();

  /** Flies to places that the station names one after the other, see {@link #goTo}. */
  FlightMode guided();

  /** What follows arming, in its order. */
  List<TakeOffStep> takeOff();

  /**
   * Whether the planned mission ends with an item that changes to the proven return, flown back
   * along the mission: its items then do not tell the phase of the flight any more.
   */
  boolean missionEndsInReturn();

  /**
   * Whether it knows a command; one that it does not is never sent. PX4 calls others UNSUPPORTED.
   *
   * @param command MAV_CMD
   */
  boolean understands(int command);

  /** The command that asks for a mode. */
  CommandRequest setMode(FlightMode mode);

  /**
   * The command that stops the motors in the air. ArduCopter disarms at once; PX4 goes to its mode
   * TERMINATION, in which only its outputs' failsafe values count, and refuses it on the ground.
   *
   * @source ArduCopter GCS_MAVLink_Copter.cpp, handle_flight_termination; PX4 Commander.cpp,
   *     VEHICLE_CMD_DO_FLIGHTTERMINATION (above 1.5 is a test that older versions only lock down)
   */
  default CommandRequest terminate() {
    return CommandRequest.of(MavCmd.DO_FLIGHTTERMINATION, 1, 0);
  }

  /**
   * The command that changes to {@link #guided} and flies to a place.
   *
   * @param home altitude of the vehicle's home
   */
  Command goTo(LatLon place, HeightAboveHome height, AltitudeAmsl home);

  /** The command that ends a flight to a place where it is, in {@link #hold}. */
  CommandRequest halt();

  /**
   * The command that points the camera at a place.
   *
   * @param height of what is looked at
   * @param home altitude of the vehicle's home
   */
  Command lookAt(LatLon place, HeightAboveHome height, AltitudeAmsl home);

  /** Whether item 0 of a mission is home, which the vehicle sets itself. */
  default boolean itemZeroIsHome() {
    return storage().homeFirst();
  }
}
