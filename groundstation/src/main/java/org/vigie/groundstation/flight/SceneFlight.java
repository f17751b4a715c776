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
 * @param ahead corners that it has yet to fly to one after the other, the one under way first
 * @param height of them
 * @param orderedAt when it was told to fly to the one under way
 * @param tries how often
 * @param lappingSince when it was last told to fly a round or hover again
 * @param aimAgain whether the camera's target is to be given again once the mission goes on
 */
record SceneFlight(
    int laps,
    boolean moved,
    List<LatLon> ahead,
    HeightAboveHome height,
    Instant orderedAt,
    int tries,
    Instant lappingSince,
    boolean aimAgain) {
  /** The scene as it was planned. */
  static final SceneFlight AS_PLANNED =
      new SceneFlight(
          0, false, List.of(), new HeightAboveHome(0), Instant.EPOCH, 0, Instant.EPOCH, false);

  /** More rounds than a battery lasts for. */
  static final int LAPS_MAX = 20;

  SceneFlight {
    ahead = List.copyOf(ahead);
  }

  /** Moved, as far as is known after a restart of the station: it waits where it is. */
  static SceneFlight movedBefore() {
    return AS_PLANNED.moving(List.of(), AS_PLANNED.height, Instant.EPOCH);
  }

  SceneFlight moving(List<LatLon> way, HeightAboveHome at, Instant now) {
    return new SceneFlight(0, true, way, at, now, 1, lappingSince, false);
  }

  SceneFlight withLaps(int number) {
    return new SceneFlight(number, moved, ahead, height, orderedAt, tries, lappingSince, aimAgain);
  }

  /** The corner under way is reached. */
  SceneFlight next(Instant now) {
    return new SceneFlight(
        laps, moved, ahead.subList(1, ahead.size()), height, now, 1, lappingSince, aimAgain);
  }

  SceneFlight again(Instant now) {
    return new SceneFlight(laps, moved, ahead, height, now, tries + 1, lappingSince, aimAgain);
  }

  /** Another order: it flies to no further corner. */
  SceneFlight stopped() {
    return new SceneFlight(laps, moved, List.of(), height, orderedAt, 0, lappingSince, aimAgain);
  }

  SceneFlight aiming(boolean again) {
    return new SceneFlight(laps, moved, ahead, height, orderedAt, tries, lappingSince, again);
  }

  SceneFlight lapping(Instant now) {
    return new SceneFlight(laps, moved, ahead, height, orderedAt, tries, now, aimAgain);
  }
}
