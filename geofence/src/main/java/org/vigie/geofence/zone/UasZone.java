package org.vigie.geofence.zone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vigie.geofence.geo.GeoBox;

/**
 * A UAS geographical zone. A value: two zones of the same content are equal. Immutable.
 *
 * @source EUROCAE ED-269, UASZoneVersion; ED-318, UASZoneVersion
 */
public final class UasZone {
  private final String identifier;
  private final String country;
  private final ZoneVariant variant;
  private final Restriction restriction;
  private final List<String> reasons;
  private final List<Applicability> applicability;
  private final List<ZoneGeometry> geometry;
  private final ZoneInformation information;
  private final boolean understood;
  private final GeoBox box;

  /**
   * A zone.
   *
   * @param identifier unique within its country
   * @param country ISO 3166 alpha-3; empty when the publisher named none
   * @param reasons codes such as AIR_TRAFFIC, SENSITIVE, PRIVACY
   * @param applicability when it applies; never empty
   * @param geometry its solids; never empty
   * @param understood false for a zone that its reader could not understand: it blocks, always and
   *     at every height, over the area that it claims
   * @throws IllegalArgumentException without a time or a place
   */
  public UasZone(
      String identifier,
      String country,
      ZoneVariant variant,
      Restriction restriction,
      List<String> reasons,
      List<Applicability> applicability,
      List<ZoneGeometry> geometry,
      ZoneInformation information,
      boolean understood) {
    if (applicability.isEmpty() || geometry.isEmpty()) {
      throw new IllegalArgumentException("a zone needs a time and a place: " + identifier);
    }
    this.identifier = identifier;
    this.country = country;
    this.variant = variant;
    this.restriction = restriction;
    this.reasons = List.copyOf(reasons);
    this.applicability = List.copyOf(applicability);
    this.geometry = List.copyOf(geometry);
    this.information = information;
    this.understood = understood;
    this.box = ZoneBox.of(this.geometry);
  }

  /** A zone for everyone, always in force, of which nothing is told but its name. */
  public static UasZone permanent(
      String identifier, String country, Restriction restriction, List<ZoneGeometry> geometry) {
    return new UasZone(
        identifier,
        country,
        ZoneVariant.COMMON,
        restriction,
        List.of(),
        List.of(Applicability.PERMANENT),
        geometry,
        ZoneInformation.NONE,
        true);
  }

  /** This zone at another place. */
  public UasZone at(List<ZoneGeometry> elsewhere) {
    return new UasZone(
        identifier,
        country,
        variant,
        restriction,
        reasons,
        applicability,
        elsewhere,
        information,
        understood);
  }

  /** Unique within its country. */
  public String identifier() {
    return identifier;
  }

  /** ISO 3166 alpha-3; empty when the publisher named none. */
  public String country() {
    return country;
  }

  public ZoneVariant variant() {
    return variant;
  }

  public Restriction restriction() {
    return restriction;
  }

  /** Codes such as AIR_TRAFFIC, SENSITIVE, PRIVACY. */
  public List<String> reasons() {
    return reasons;
  }

  /** When it applies; never empty. */
  public List<Applicability> applicability() {
    return applicability;
  }

  /** Its solids; never empty. */
  public List<ZoneGeometry> geometry() {
    return geometry;
  }

  /** What it tells people. */
  public ZoneInformation information() {
    return information;
  }

  /** False for a zone that its reader could not understand: it blocks whatever it claims. */
  public boolean understood() {
    return understood;
  }

  /** A box that holds all its solids. */
  public GeoBox box() {
    return box;
  }

  /** What names this zone among those of all countries, for example {@code FRA/FRVG001}. */
  public String key() {
    return country + "/" + identifier;
  }

  /** The publisher's first name for this zone, whatever its language; empty without one. */
  public String name() {
    return first(information.name());
  }

  /** The publisher's first message to pilots, whatever its language; empty without one. */
  public String message() {
    return first(information.message());
  }

  /** Whether this zone may be in force at some instant between two, both included. */
  public boolean inForce(Instant from, Instant until) {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("the interval ends before it begins");
    }
    return applicability.stream().anyMatch(period -> period.meets(from, until, box));
  }

  /**
   * The spans of time in which this zone may be in force, clipped to two instants, in order and
   * apart from each other; sun events count at the worst point of the zone's box.
   *
   * @throws IllegalArgumentException if {@code until} is before {@code from}
   * @see Applicability#periods what is answered over very long spans
   */
  public List<TimeSpan> periods(Instant from, Instant until) {
    List<TimeSpan> spans = new ArrayList<>();
    for (Applicability period : applicability) {
      spans.addAll(period.periods(from, until, box));
    }
    return TimeSpan.merged(spans);
  }

  /**
   * The first instant after one, and not after another, at which this zone begins to be in force or
   * is in force for the last time for now; empty when it stays as it is.
   *
   * @throws IllegalArgumentException if {@code until} is before {@code after}
   */
  public Optional<Instant> nextChange(Instant after, Instant until) {
    // a span that is only cut off at `until` must not look as if it ended there
    Instant beyond = until.isBefore(Instant.MAX) ? until.plusNanos(1) : until;
    return periods(after, beyond).stream()
        .map(span -> span.from().isAfter(after) ? span.from() : span.until())
        .filter(change -> change.isAfter(after) && !change.isAfter(until))
        .filter(change -> change.isBefore(Instant.MAX))
        .findFirst();
  }

  private static String first(List<LocalText> texts) {
    return texts.isEmpty() ? "" : texts.get(0).text();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UasZone that
        && identifier.equals(that.identifier)
        && country.equals(that.country)
        && variant == that.variant
        && restriction == that.restriction
        && reasons.equals(that.reasons)
        && applicability.equals(that.applicability)
        && geometry.equals(that.geometry)
        && information.equals(that.information)
        && understood == that.understood;
  }

  @Override
  public int hashCode() {
    return Objects.hash(identifier, country, restriction, geometry);
  }

  @Override
  public String toString() {
    return (understood ? "zone " : "zone not understood ") + key() + " " + restriction;
  }
}
