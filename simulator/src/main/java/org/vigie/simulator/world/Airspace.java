package org.vigie.simulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.simulator.mavlink.Traffic;

/** The other aircraft of a world, and who hears them. Confined to the world's thread. */
public final class Airspace {
  /** More than a town's sky holds; each costs a message a second and vehicle. */
  static final int INTRUDERS_MAX = 32;

  /** A small receiver's reach with its own antenna. @source uAvionix pingRX: about 10 miles */
  private static final double HEARD_M = 16_000;

  private record Entered(Intruder intruder, double atS) {}

  private final Map<Integer, Entered> intruders = new LinkedHashMap<>();
  private double nextS;

  /**
   * Lets an aircraft in; one with the same address begins anew.
   *
   * @return false if the sky is full
   */
  public boolean enter(Intruder intruder, double nowS) {
    if (!intruders.containsKey(intruder.icao()) && intruders.size() >= INTRUDERS_MAX) {
      return false;
    }
    intruders.put(intruder.icao(), new Entered(intruder, nowS));
    return true;
  }

  /** It is gone. */
  public void leave(int icao) {
    intruders.remove(icao);
  }

  /** Where all of them are. */
  public List<Traffic> traffic(double nowS) {
    return intruders.values().stream()
        .map(entered -> entered.intruder().after(nowS - entered.atS()))
        .toList();
  }

  /** Each second every vehicle in reach hears every aircraft. @source RTCA DO-260B: 1 to 2 Hz */
  void step(List<SimulatedVehicle> vehicles, double nowS) {
    if (intruders.isEmpty() || nowS < nextS) {
      return;
    }
    nextS = nowS + 1;
    for (Traffic traffic : traffic(nowS)) {
      for (SimulatedVehicle vehicle : vehicles) {
        if (Geodesics.distanceM(vehicle.place(), traffic.place()) <= HEARD_M) {
          vehicle.hear(traffic);
        }
      }
    }
  }
}
