package org.vigie.groundstation.compliance.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a paper holds. Its dates are whole days of French legal time, the last one included.
 *
 * @param issuedOn when it was issued
 * @param filedOn when it was filed with the authority, for declarations
 * @param validFrom first day
 * @param validUntil last day, absent when it states no end
 * @param revokedOn first day on which it no longer holds, absent when it was not revoked
 */
public record Validity(
    LocalDate issuedOn,
    @Nullable LocalDate filedOn,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate revokedOn) {
  /** Dates in French papers are days of metropolitan legal time. */
  public static final ZoneId LEGAL_ZONE = ZoneId.of("Europe/Paris");

  public Validity {
    if (validUntil != null && validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException(
          "validUntil " + validUntil + " is before validFrom " + validFrom);
    }
  }

  /** The first instant at which it holds. */
  public Instant start() {
    return startOf(validFrom);
  }

  /** The first instant at which it no longer holds, {@link Instant#MAX} when it states no end. */
  public Instant end() {
    Instant expiry = validUntil == null ? Instant.MAX : startOf(validUntil.plusDays(1));
    Instant revocation = revokedOn == null ? Instant.MAX : startOf(revokedOn);
    return expiry.isBefore(revocation) ? expiry : revocation;
  }

  /** Midnight at which a day of legal time begins. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(LEGAL_ZONE).toInstant();
  }

  /** The day of legal time that an instant falls on. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, LEGAL_ZONE);
  }
}
