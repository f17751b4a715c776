package org.vigie.groundstation.vehicle;

import java.util.List;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.journal.Act;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.vehicle.protocol.Command;
import org.vigie.groundstation.vehicle.protocol.Load;
import org.vigie.planner.plan.ParameterSetting;

/**
 * Something to be done with a vehicle. A command ends in one {@link VehicleReport.CommandFinished}
 * with its id, reading or writing parameters in one {@link VehicleReport.ParametersFinished}.
 *
 * <p>The loop carries acts out at once: acts that add risk are given to it when their entries are
 * on disk.
 */
public sealed interface VehicleAct extends Act {
  /**
   * Whether it is an order for the present situation, worth nothing after {@link
   * org.vigie.groundstation.vehicle.protocol.CommandMachine#EXPIRY}.
   */
  default boolean expires() {
    return this instanceof Order;
  }

  /** Whether it takes the place of what the vehicle was flying. */
  default boolean flies() {
    return this instanceof SetMode || this instanceof GoTo || this instanceof Terminate;
  }

  /** An order for the present situation. */
  sealed interface Order extends VehicleAct {
    /** What its end is told with. */
    String commandId();
  }

  /** Changes the mode; done when a heartbeat shows it. Takes the place of older orders. */
  record SetMode(String commandId, FlightMode mode) implements Order {
    @Override
    public boolean addsRisk() {
      return !mode.removesRisk();
    }
  }

  /** Starts the motors. There is no other way to do so. */
  record Arm(String commandId, ArmAuthority authority) implements Order {
    @Override
    public boolean addsRisk() {
      return true;
    }
  }

  /** Stops the motors; a vehicle in the air refuses. Never forced. */
  record Disarm(String commandId) implements Order {
    @Override
    public boolean addsRisk() {
      return false;
    }
  }

  /**
   * Stops the motors wherever the vehicle is: it falls. Given by a person alone, behind a guard;
   * takes the place of older orders.
   */
  record Terminate(String commandId) implements Order {
    @Override
    public boolean addsRisk() {
      return false;
    }
  }

  /** Begins the mission with its take-off. */
  record StartMission(String commandId) implements Order {
    @Override
    public boolean addsRisk() {
      return true;
    }
  }

  /**
   * Changes to the guided mode and flies straight to a place, there to stay. The caller has made
   * sure that the way and the place are within what was proven.
   *
   * @param home altitude of the vehicle's home
   */
  record GoTo(
      String commandId, LatLon place, HeightAboveHome height, AltitudeAmsl home, boolean addsRisk)
      implements Order {}

  /**
   * Stops here, for an autopilot whose hold and guided flight are one mode: asked for that mode
   * again it goes on to where it was sent.
   */
  record Halt(String commandId) implements Order {
    @Override
    public boolean addsRisk() {
      return false;
    }
  }

  /** Goes on with another item of the mission that it flies; done when it is the current one. */
  record FlyItem(String commandId, int seq) implements Order {
    @Override
    public boolean addsRisk() {
      return true;
    }
  }

  /**
   * Any other command.
   *
   * @throws IllegalArgumentException for a command that has an act of its own, above all arming
   */
  record SendCommand(String commandId, Command request) implements Order {
    public SendCommand {
      switch (request.command()) {
        case MavCmd.COMPONENT_ARM_DISARM, MavCmd.DO_SET_MODE, MavCmd.MISSION_START ->
            throw new IllegalArgumentException(
                "command " + request.command() + " has an act of its own");
        case MavCmd.DO_FLIGHTTERMINATION ->
            throw new IllegalArgumentException("termination is guarded, and has an act of its own");
        default -> {}
      }
    }

    @Override
    public boolean addsRisk() {
      return true;
    }
  }

  /** Asks for one message, once. */
  record RequestMessage(int messageId) implements VehicleAct {
    @Override
    public boolean addsRisk() {
      return false;
    }
  }

  /**
   * Gives the vehicle mission, fence, rally points and parameters, and reads them back: ends in one
   * {@link VehicleReport.CarryFinished}. Only a vehicle for which the last of these ended as new
   * can be armed.
   */
  record Carry(Load load) implements VehicleAct {
    @Override
    public boolean addsRisk() {
      return true;
    }
  }

  /** Gives up what a {@link Carry} was to bring, and puts back what was there before. */
  record AbandonCarry() implements VehicleAct {
    @Override
    public boolean addsRisk() {
      return false;
    }
  }

  /**
   * Ends all transfers, also of parameters, the waiting ones too, and what the vehicle carries is
   * unknown. Parameters end as cancelled; a load that was under way is told to nobody: it was an
   * earlier flight's.
   */
  record CancelTransfers() implements VehicleAct {
    @Override
    public boolean addsRisk() {
      return false;
    }
  }

  /** Writes parameters and reads each back. */
  record WriteParameters(List<ParameterSetting> settings) implements VehicleAct {
    public WriteParameters {
      settings = List.copyOf(settings);
    }

    @Override
    public boolean addsRisk() {
      return true;
    }
  }

  /** Reads parameters by name. */
  record ReadParameters(List<String> names) implements VehicleAct {
    public ReadParameters {
      names = List.copyOf(names);
    }

    @Override
    public boolean addsRisk() {
      return false;
    }
  }

  /** Reads all parameters; what is known from the last time is not read again where that shows. */
  record ListParameters() implements VehicleAct {
    @Override
    public boolean addsRisk() {
      return false;
    }
  }

  /** Asks which logs lie on the vehicle's card: ends in one {@link VehicleReport.LogsListed}. */
  record ListLogs() implements VehicleAct {
    @Override
    public boolean addsRisk() {
      return false;
    }
  }

  /**
   * Fetches a log from the vehicle's card: ends in one {@link VehicleReport.LogFinished}. Ended by
   * {@link CancelTransfers}, and by a vehicle that is armed.
   */
  record FetchLog(int id, long sizeBytes) implements VehicleAct {
    @Override
    public boolean addsRisk() {
      return false;
    }
  }
}
