package org.vigie.groundstation.viewing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.flight.FlightState;

/** The rule itself: who, what, when. No state. */
final class PictureRight {
  /**
   * Drone pictures and communes: Parliament gave municipal police a basis twice, and twice the
   * Constitutional Council struck it out.
   *
   * @source Code de la sécurité intérieure, L242-1 to L242-6, which name neither municipal police
   *     nor communes; Conseil constitutionnel, 2021-817 DC of 20 May 2021 and 2021-834 DC of 20
   *     January 2022 (L242-7)
   */
  static final Refusal MUNICIPAL =
      new Refusal(
          "municipal-no-basis", "CSI, L242-1 à L242-6 ; Cons. const., 2021-817 DC et 2021-834 DC");

  /**
   * The live feed goes to the command post and the staff engaged in the intervention.
   *
   * @source Code de la sécurité intérieure, L242-2
   */
  static final Refusal NOT_ENGAGED = new Refusal("not-engaged", "CSI, L242-2");

  /**
   * Pictures of videoprotection go to the agents designated for that system.
   *
   * @source Code de la sécurité intérieure, L252-3
   */
  static final Refusal NOT_YOURS = new Refusal("camera-not-yours", "CSI, L252-3");

  /** Nothing flies on that source: there is nothing to have a right to. */
  static final Refusal NO_FLIGHT = new Refusal("no-flight", "");

  /** Why not: a code, and the article that says so, empty where none is needed. */
  record Refusal(String code, String article) {}

  private PictureRight() {}

  /** The flight that gives pictures on a source now: the last one that is on. */
  static Optional<FlightView> flightOn(String source, List<FlightView> flights) {
    return flights.stream()
        .filter(flight -> flight.vehicleId().equals(source) && on(flight.state()))
        .reduce((first, second) -> second);
  }

  /** Whether a flight in this state has pictures: from its upload until it has landed. */
  static boolean on(FlightState state) {
    return switch (state) {
      case UPLOADING, CHECKING, AWAITING_CLEARANCE, ARMING, TAKING_OFF -> true;
      case OUTBOUND, ON_SCENE, RETURNING, LANDING, LANDED -> true;
      case HOLDING, DIVERTED, LOST_LINK, PILOT_LOST, EXTERNAL_CONTROL -> true;
      case PLANNING, REFUSED, ABORTED, CLOSED -> false;
    };
  }

  /**
   * Whether a person may see the drone's picture of a flight.
   *
   * @param type what the person's service is in law, null when the station does not know it
   * @return why not, empty when they may
   */
  static Optional<Refusal> drone(Person person, @Nullable OperatorType type, String serviceId) {
    if (type == OperatorType.MUNICIPAL_POLICE || type == OperatorType.COMMUNE) {
      return Optional.of(MUNICIPAL);
    }
    boolean engaged = type != null && person.service().equals(serviceId) && watches(person);
    return engaged ? Optional.empty() : Optional.of(NOT_ENGAGED);
  }

  /** Whether a person may see a fixed camera that these services use; why not, if so. */
  static Optional<Refusal> camera(Person person, Set<String> services) {
    return services.contains(person.service()) && watches(person)
        ? Optional.empty()
        : Optional.of(NOT_YOURS);
  }

  private static boolean watches(Person person) {
    return person.is(Role.OPERATOR) || person.is(Role.PILOT);
  }
}
