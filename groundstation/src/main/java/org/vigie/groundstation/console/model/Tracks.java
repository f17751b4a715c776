package org.vigie.groundstation.console.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.Snapshot;

/**
 * Where flights have been, as far as this console saw it.
 *
 * @threading confined to the model's thread
 */
final class Tracks {
  /** A step that shows on the closest map. */
  private static final double STEP_M = 1;

  /** An hour at one a second. */
  private static final int POINTS_MAX = 3_600;

  private final Map<String, List<LatLon>> tracks = new HashMap<>();

  void observe(Snapshot snapshot) {
    tracks.keySet().removeIf(id -> snapshot.findFlight(id).isEmpty());
    for (LiveFlight flight : snapshot.flights()) {
      if (States.active(flight.state())) {
        snapshot
            .findVehicle(flight.vehicleId())
            .ifPresent(
                vehicle -> {
                  if (vehicle.position() != null) {
                    add(flight.flightId(), vehicle.position());
                  }
                });
      }
    }
  }

  private void add(String flightId, LatLon place) {
    List<LatLon> track = tracks.computeIfAbsent(flightId, id -> new ArrayList<>());
    boolean moved =
        track.isEmpty() || Geodesics.distanceM(track.get(track.size() - 1), place) >= STEP_M;
    if (moved) {
      track.add(place);
      if (track.size() > POINTS_MAX) {
        track.remove(0);
      }
    }
  }

  List<LatLon> of(String flightId) {
    List<LatLon> track = tracks.get(flightId);
    return track == null ? List.of() : List.copyOf(track);
  }
}
