package org.vigie.geofence.zone.io;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;

/**
 * Heights above a mean sea level that is not that of EGM96. National geoids lie within two metres
 * of it; limits are moved apart by as much.
 *
 * @source EUROCAE ED-318, otherGeoid: AMSL counts from EGM-96 unless another geoid is named
 */
final class Geoid {
  /** EGM96 errs by less than a metre over land; national zero levels differ by about another. */
  private static final double OTHER_M = 2;

  private Geoid() {}

  /** The name of another geoid, if one is named. */
  static Optional<String> other(Spot metadata) {
    String name = metadata.child("otherGeoid").plainText();
    String upper = name.toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
    boolean egm96 = upper.contains("EGM96") || upper.endsWith(":5773");
    return name.isBlank() || egm96 ? Optional.empty() : Optional.of(name);
  }

  /** Solids of a zone that may name a geoid of its own, as Spain's may. */
  static List<ZoneGeometry> widened(List<ZoneGeometry> solids, Spot properties) {
    Spot metadata =
        properties.child("datasetMetadata").node().isObject()
            ? properties.child("datasetMetadata")
            : properties;
    Optional<String> other = metadata.has("otherGeoid") ? other(metadata) : Optional.empty();
    if (other.isEmpty()) {
      return solids;
    }
    note(metadata, other.get());
    return widened(solids);
  }

  /** A zone of a file that names another geoid. */
  static UasZone widened(UasZone zone) {
    List<ZoneGeometry> solids = widened(zone.geometry());
    return solids.equals(zone.geometry()) ? zone : zone.at(solids);
  }

  static void note(Spot metadata, String name) {
    metadata.child("otherGeoid").note(Deviation.OTHER_GEOID, name);
  }

  private static List<ZoneGeometry> widened(List<ZoneGeometry> solids) {
    return solids.stream().map(s -> new ZoneGeometry(s.projection(), widened(s.band()))).toList();
  }

  private static VerticalBand widened(VerticalBand band) {
    boolean lower = band.lowerReference() == VerticalReference.AMSL;
    boolean upper = band.upperReference() == VerticalReference.AMSL;
    return new VerticalBand(
        lower ? band.lowerM() - OTHER_M : band.lowerM(),
        band.lowerReference(),
        upper ? band.upperM() + OTHER_M : band.upperM(),
        band.upperReference());
  }
}
