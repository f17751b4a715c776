package org.vigie.groundstation.flight;

import java.time.Instant;
import java.util.List;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;

/**
 * What the pilot made of the scene in flight. Immutable.
 *
 * @param laps rounds that are still to be flown beyond the mission's
 * @param moved whether the aircraft was sent to look at another place
 * @param movedBefore whether it was before the last such order
 * @param ahead corners that it has yet to fly to one after the other, the one under way first
 * @param height of them
 * @param lappingSince when it was last told to fly a round or hover again
 * @param aimAgain whether the camera's target is to be given again once the mission goes on
 */
record SceneFlight(
    int laps,
    boolean moved,
    boolean movedBefore,
    List<LatLon> ahead,
    HeightAboveHome height,
    Instant lappingSince,
    boolean aimAgain) {
  /** The scene as it was planned. */
  static final SceneFlight AS_PLANNED =
      new SceneFlight(0, false, false, List.of(), new HeightAboveHome(0), Instant.EPOCH, false);

  /** More rounds than a battery lasts for. */
  static final int LAPS_MAX = 20;

  SceneFlight {
    ahead = List.copyOf(ahead);
  }

  /** As far as is known after a restart of the station: it waits where it is. */
  static SceneFlight found(boolean moved) {
    return moved ? AS_PLANNED.moving(List.of(), AS_PLANNED.height) : AS_PLANNED;
  }

  SceneFlight moving(List<LatLon> way, HeightAboveHome at) {
    return new SceneFlight(0, true, moved, way, at, lappingSince, false);
  }

  /** The last order to move it was not taken. */
  SceneFlight notMoved() {
    return new SceneFlight(
        laps, movedBefore, movedBefore, List.of(), height, lappingSince, aimAgain);
  }

  SceneFlight withLaps(int number) {
    return new SceneFlight(number, moved, movedBefore, ahead, height, lappingSince, aimAgain);
  }

  /** The corner under way is reached. */
  SceneFlight next() {
    return new SceneFlight(
        laps, moved, moved, ahead.subList(1, ahead.size()), height, lappingSince, aimAgain);
  }

  /** Another order, or another will: it flies to no further corner and no further round. */
  SceneFlight stopped() {
    return new SceneFlight(0, moved, movedBefore, List.of(), height, lappingSince, false);
  }

  SceneFlight aiming(boolean again) {
    return new SceneFlight(laps, moved, movedBefore, ahead, height, lappingSince, again);
  }

  SceneFlight lapping(Instant now) {
    return new SceneFlight(laps, moved, movedBefore, ahead, height, now, aimAgain);
  }
}
