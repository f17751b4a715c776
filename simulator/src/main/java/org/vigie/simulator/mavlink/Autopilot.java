package org.vigie.simulator.mavlink;

import java.util.List;
import java.util.function.Supplier;
import org.vigie.simulator.autopilot.FlightController;

/**
 * A vehicle as its stations see it: messages in, messages out, no sockets. Confined to the world's
 * thread.
 */
public interface Autopilot {
  /** What flies the vehicle. */
  FlightController controller();

  /** Its MAVLink system id. */
  int systemId();

  /** A station has connected; it gets the default streams. */
  void open(int link);

  /** A station is gone. */
  void close(int link);

  /** A station says something. */
  void receive(int link, Received message);

  /** What it has to say by now; call often, after stepping. */
  List<Outgoing> poll();

  /**
   * Where pictures of the vehicle's camera can be had from now on, the gimbal's first; a
   * personality that knows no camera tells nobody.
   */
  default void video(List<Supplier<VideoStream>> streams) {}

  /** It carries a remote identification transmitter from now on. */
  default void fitRemoteId() {}

  /** Time of the last heartbeat of any ground station, seconds since boot, negative for none. */
  double lastStationHeartbeatS();

  /**
   * A decoded message.
   *
   * @param systemId who sent it
   * @param componentId which part of the sender
   * @param payload a message class of the MAVLink library
   */
  record Received(int systemId, int componentId, Object payload) {}

  /**
   * A message to send.
   *
   * @param link the link it is for, {@link #ALL_LINKS} for each
   * @param componentId which part of the vehicle speaks, 1 to 255
   * @param payload an annotated message class
   */
  record Outgoing(int link, int componentId, Object payload) {
    /** What the autopilot itself says. */
    public Outgoing(int link, Object payload) {
      this(link, COMPONENT, payload);
    }
  }

  /** The component that autopilots are. @source MAVLink MAV_COMP_ID_AUTOPILOT1 */
  int COMPONENT = 1;

  /** Stands for every open link. */
  int ALL_LINKS = -1;
}
