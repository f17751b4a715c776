package org.vigie.simulator.fault;

import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.world.Intruder;

/** Other aircraft. */
public sealed interface TrafficFault extends Fault {
  /**
   * A second aircraft in the way, which the vehicles' stations see as ADSB_VEHICLE.
   *
   * @param courseDeg degrees true
   * @param radiusM 0 for a straight line, else it circles the place
   */
  record Enters(
      double latDeg,
      double lonDeg,
      double altitudeAmslM,
      double courseDeg,
      double speedMps,
      double radiusM,
      int icao)
      implements TrafficFault {
    @Override
    public FaultKind kind() {
      return FaultKind.INTRUDER;
    }

    @Override
    public String part() {
      return Integer.toString(icao);
    }

    @Override
    public Runnable begin(FaultSite site) {
      Intruder intruder =
          new Intruder(
              icao,
              String.format("SIM%05d", icao % 100_000),
              new LatLon(latDeg, lonDeg),
              altitudeAmslM,
              courseDeg,
              speedMps,
              radiusM);
      if (!site.world().airspace().enter(intruder, site.world().elapsedS())) {
        site.notes()
            .accept(
                new Note(
                    "le ciel est plein : l'intrus " + icao + " n'entre pas",
                    "the sky is full: intruder " + icao + " stays away"));
      }
      return () -> site.world().airspace().leave(icao);
    }
  }
}
