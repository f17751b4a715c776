package org.vigie.groundstation.access;

import java.util.EnumSet;
import java.util.Set;

/** Which role may do what: the one table. What it does not name is denied. */
public final class Rights {
  private Rights() {}

  /** Whether one of the person's roles gives the permission. */
  public static boolean may(Person person, Permission permission) {
    return person.roles().stream().anyMatch(role -> of(role).contains(permission));
  }

  /**
   * Whether the person may have the record of a flight that this service flew. Regulators may have
   * any; who flies or commands, those of their own service.
   */
  public static boolean mayReadRecord(Person person, String serviceId) {
    return may(person, Permission.READ_RECORDS)
        && (person.is(Role.AUDITOR) || person.service().equals(serviceId));
  }

  /** Everything that a role gives. */
  public static Set<Permission> of(Role role) {
    return switch (role) {
      case OPERATOR ->
          EnumSet.of(
              Permission.REPORT_ALERT,
              Permission.READ_INCIDENTS,
              Permission.CONFIRM_INCIDENT,
              Permission.DISMISS_INCIDENT,
              Permission.READ_FLIGHTS,
              Permission.READ_VEHICLES,
              Permission.WATCH_LIVE,
              Permission.WATCH_VIDEO,
              Permission.VIEW_CAMERAS,
              Permission.OPEN_SESSION,
              Permission.READ_RECORDS,
              Permission.READ_SERVICE);
      case PILOT ->
          EnumSet.of(
              Permission.READ_INCIDENTS,
              Permission.READ_FLIGHTS,
              Permission.CLEAR_FLIGHT,
              Permission.REFUSE_FLIGHT,
              Permission.COMMAND_FLIGHT,
              Permission.READ_VEHICLES,
              Permission.WATCH_LIVE,
              Permission.WATCH_VIDEO,
              Permission.VIEW_CAMERAS,
              Permission.OPEN_SESSION,
              Permission.READ_RECORDS,
              Permission.READ_SERVICE);
      case AUDITOR ->
          EnumSet.of(
              Permission.READ_INCIDENTS,
              Permission.READ_FLIGHTS,
              Permission.READ_VEHICLES,
              Permission.WATCH_LIVE,
              Permission.WATCH_VIDEO,
              Permission.VIEW_CAMERAS,
              Permission.OPEN_SESSION,
              Permission.READ_JOURNAL,
              Permission.READ_RECORDS,
              Permission.READ_SERVICE);
      case ADMINISTRATOR ->
          EnumSet.of(
              Permission.READ_INCIDENTS,
              Permission.READ_FLIGHTS,
              Permission.READ_VEHICLES,
              Permission.WATCH_LIVE,
              Permission.WATCH_VIDEO,
              Permission.VIEW_CAMERAS,
              Permission.OPEN_SESSION,
              Permission.READ_JOURNAL,
              Permission.READ_METRICS,
              Permission.READ_SERVICE);
      case SENSOR -> EnumSet.of(Permission.REPORT_ALERT, Permission.READ_SERVICE);
    };
  }
}
