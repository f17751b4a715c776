package org.vigie.groundstation.app;

import java.util.List;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;

/** What happens to the station itself. */
sealed interface StationEvent extends Event {
  /** The station came up. Hashes name the files that it works by. */
  @EventType("station.started")
  record Started(String version, String configHash, List<String> inputHashes)
      implements StationEvent {}

  /** The station went down in order. */
  @EventType("station.stopped")
  record Stopped(List<String> inTheAir) implements StationEvent {}

  /** A vehicle's loop died of a bug: nobody supervises it any more. */
  @EventType("station.vehicle-loop-failed")
  record VehicleLoopFailed(String vehicleId, String cause) implements StationEvent {}

  /** Zone files were read anew and are worked by from now on. Hashes name them. */
  @EventType("station.zones-changed")
  record ZonesChanged(List<String> hashes) implements StationEvent {}

  /** Changed zone files cannot be used: those of before stay in force. */
  @EventType("station.zones-refused")
  record ZonesRefused(String problem) implements StationEvent {}

  /** A witness has seen entries that this journal does not grow from. */
  @EventType("station.witness-contradicts")
  record WitnessContradicts(String witness) implements StationEvent {}

  static List<Class<? extends Event>> types() {
    return List.of(
        Started.class,
        Stopped.class,
        VehicleLoopFailed.class,
        ZonesChanged.class,
        ZonesRefused.class,
        WitnessContradicts.class);
  }
}
