package org.vigie.groundstation.client;

import java.util.List;

/**
 * Whose token this is, and which station knows it.
 *
 * @param service the person's service, empty for those of none
 * @param permissions codes of what this person may do
 * @param language that the station is set to, {@code fr} or {@code en}
 */
public record Who(
    String personId,
    String name,
    List<String> roles,
    String service,
    String serviceName,
    List<String> permissions,
    String stationId,
    String stationName,
    String language) {
  static Who of(Members body) {
    Members station = body.in("station");
    return new Who(
        body.text("personId"),
        body.text("name", body.text("personId")),
        body.texts("roles"),
        body.text("service"),
        body.text("serviceName", body.text("service")),
        body.texts("permissions"),
        station.text("id"),
        station.text("name", station.text("id")),
        station.text("language"));
  }

  /** Whether this person may order flights. */
  public boolean commands() {
    return permissions.contains("COMMAND_FLIGHT");
  }
}
