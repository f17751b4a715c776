package org.vigie.geofence.zone;

/**
 * Whom to ask or tell. Fields that the publisher left out are empty.
 *
 * @param purpose AUTHORIZATION, NOTIFICATION or INFORMATION
 * @param intervalBefore how long before, as an ISO 8601 duration
 * @source EUROCAE ED-269, Authority
 */
public record ZoneAuthority(
    String name,
    String service,
    String email,
    String contactName,
    String siteUrl,
    String phone,
    String purpose,
    String intervalBefore) {}
