package org.vigie.simulator.run;

import java.util.Optional;
import org.vigie.simulator.fault.FaultKind;
import org.vigie.simulator.fault.Note;

/** What people are told when a fault reaches nobody. */
final class Untaken {
  static final Note STATION =
      new Note(
          "aucune station n'est à l'épreuve ici : rien n'est tué ni redémarré"
              + " (vigie scenarios run en éprouve une)",
          "no station is under test here: nothing is killed or started"
              + " (vigie scenarios run tests one)");

  static final Note ALARM =
      new Note(
          "personne n'emporte les alertes des capteurs : il faut --alerts",
          "nobody takes the sensors' alerts away: give --alerts");

  static final Note NO_SENSORS =
      new Note(
          "--alerts : il n'y a pas de capteur, personne ne signalera rien"
              + " (un --scenario peut en avoir)",
          "--alerts: there are no sensors, nobody will report anything"
              + " (a --scenario may have some)");

  private Untaken() {}

  static Note camera(String vehicle) {
    return new Note(
        vehicle + " n'a pas de caméra ici : il faut --video",
        vehicle + " has no camera here: give --video");
  }

  /**
   * Why a fault of a scenario would reach nobody; empty when somebody takes it.
   *
   * @param video whether there are cameras
   * @param alerts whether somebody takes the sensors' alerts away
   */
  static Optional<Note> by(FaultKind kind, String vehicle, boolean video, boolean alerts) {
    return switch (kind) {
      case STATION_KILL, STATION_RESTART -> Optional.of(STATION);
      case SENSOR_FALSE_ALARM -> alerts ? Optional.empty() : Optional.of(ALARM);
      case CAMERA_OFF, CAMERA_FREEZE -> video ? Optional.empty() : Optional.of(camera(vehicle));
      default -> Optional.empty();
    };
  }
}
