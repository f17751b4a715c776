package org.vigie.geofence.zone;

import java.util.List;

/**
 * Whom to ask or tell. Fields that the publisher left out are empty.
 *
 * @param name in the languages that the publisher speaks
 * @param purpose AUTHORIZATION, NOTIFICATION or INFORMATION
 * @param intervalBefore how long before, as an ISO 8601 duration
 * @source EUROCAE ED-269, Authority; ED-318, authority
 */
public record ZoneAuthority(
    List<LocalText> name,
    List<LocalText> service,
    List<LocalText> contactName,
    String siteUrl,
    String email,
    String phone,
    String purpose,
    String intervalBefore) {
  public ZoneAuthority {
    name = List.copyOf(name);
    service = List.copyOf(service);
    contactName = List.copyOf(contactName);
  }
}
