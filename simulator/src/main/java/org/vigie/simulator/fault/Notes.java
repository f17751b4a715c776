package org.vigie.simulator.fault;

import java.util.Optional;

/** What a board says when a fault cannot begin or end. */
final class Notes {
  private Notes() {}

  static Note tooMany(int most, FaultKind kind) {
    return new Note(
        "plus de " + most + " pannes à la fois : " + kind.text() + " est laissée de côté",
        "more than " + most + " faults at once: " + kind.text() + " left out");
  }

  static Note noVehicle(String vehicle) {
    return new Note("il n'y a pas d'aéronef " + vehicle, "there is no vehicle " + vehicle);
  }

  static Note ofNoVehicle(FaultKind kind, String vehicle) {
    return new Note(
        kind.text() + " ne concerne pas un aéronef en particulier : sans @" + vehicle,
        kind.text() + " concerns no vehicle in particular: leave @" + vehicle + " out");
  }

  static Note happensOnce(FaultKind kind) {
    return new Note(
        kind.text() + " ne dure pas : il n'y a rien à lever",
        kind.text() + " happens once: there is nothing to end");
  }

  static Note nothingLasts(FaultKind kind, Optional<String> vehicle) {
    return new Note(
        "il n'y a pas de "
            + kind.text()
            + " en cours"
            + vehicle.map(id -> " sur " + id).orElse("")
            + " : rien n'est levé",
        "no "
            + kind.text()
            + " lasts now"
            + vehicle.map(id -> " on " + id).orElse("")
            + ": nothing is lifted");
  }
}
