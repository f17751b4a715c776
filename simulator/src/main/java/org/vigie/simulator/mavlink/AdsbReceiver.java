package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.AdsbAltitudeType;
import io.dronefleet.mavlink.common.AdsbEmitterType;
import io.dronefleet.mavlink.common.AdsbFlags;
import io.dronefleet.mavlink.common.AdsbVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.vigie.simulator.autopilot.FlightController;

/**
 * An autopilot with a receiver for other aircraft beside it: what the receiver hears goes to every
 * station of the vehicle. Confined to the world's thread.
 *
 * @source MAVLink common.xml #246 ADSB_VEHICLE; ArduPilot AP_ADSB forwards what it hears the same
 *     way
 */
public final class AdsbReceiver implements Autopilot {
  private final Autopilot autopilot;
  private final List<Outgoing> heard = new ArrayList<>();

  /** Puts a receiver beside an autopilot. */
  public AdsbReceiver(Autopilot autopilot) {
    this.autopilot = autopilot;
  }

  /** The receiver hears another aircraft. */
  public void hear(Traffic traffic) {
    heard.add(new Outgoing(ALL_LINKS, message(traffic)));
  }

  private static AdsbVehicle message(Traffic traffic) {
    return AdsbVehicle.builder()
        .icaoAddress(traffic.icao())
        .lat(traffic.place().latE7())
        .lon(traffic.place().lonE7())
        .altitudeType(AdsbAltitudeType.ADSB_ALTITUDE_TYPE_GEOMETRIC)
        .altitude((int) Math.round(traffic.altitudeAmslM() * 1000))
        .heading((int) Math.round(traffic.headingDeg() * 100) % 36_000)
        .horVelocity((int) Math.round(traffic.speedMps() * 100))
        .verVelocity(0)
        .callsign(traffic.callsign())
        .emitterType(AdsbEmitterType.ADSB_EMITTER_TYPE_LIGHT)
        .tslc(0)
        .flags(
            AdsbFlags.ADSB_FLAGS_VALID_COORDS,
            AdsbFlags.ADSB_FLAGS_VALID_ALTITUDE,
            AdsbFlags.ADSB_FLAGS_VALID_HEADING,
            AdsbFlags.ADSB_FLAGS_VALID_VELOCITY,
            AdsbFlags.ADSB_FLAGS_VALID_CALLSIGN,
            AdsbFlags.ADSB_FLAGS_SIMULATED)
        .build();
  }

  @Override
  public FlightController controller() {
    return autopilot.controller();
  }

  @Override
  public int systemId() {
    return autopilot.systemId();
  }

  @Override
  public void open(int link) {
    autopilot.open(link);
  }

  @Override
  public void close(int link) {
    autopilot.close(link);
  }

  @Override
  public void receive(int link, Received message) {
    autopilot.receive(link, message);
  }

  @Override
  public void fitRemoteId() {
    autopilot.fitRemoteId();
  }

  @Override
  public void video(List<Supplier<VideoStream>> streams) {
    autopilot.video(streams);
  }

  @Override
  public List<Outgoing> poll() {
    if (heard.isEmpty()) {
      return autopilot.poll();
    }
    List<Outgoing> all = new ArrayList<>(autopilot.poll());
    all.addAll(heard);
    heard.clear();
    return all;
  }

  @Override
  public double lastStationHeartbeatS() {
    return autopilot.lastStationHeartbeatS();
  }
}
