package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.LocalText;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneVariant;

/** Collects the zones of one file; every item becomes a zone or a blocking finding. */
final class Reading {
  private final Findings findings;
  private final ZoneSort sort = new ZoneSort();
  private final List<UasZone> zones = new ArrayList<>();
  private boolean allPlaced = true;

  Reading(Findings findings) {
    this.findings = findings;
  }

  /**
   * Takes one item of the file.
   *
   * @param repeated names of fields that it has twice
   */
  void item(JsonNode node, List<String> repeated, Places places, String pointer)
      throws DocumentException {
    if (zones.size() >= ZoneLimits.ZONES_MAX) {
      throw new DocumentException(
          places.problem(pointer, "the file has more than " + ZoneLimits.ZONES_MAX + " zones"));
    }
    Findings.Mark before = findings.mark();
    Spot spot = new Spot((what, at, args) -> findings.note(what, places, at, args), node, pointer);
    try {
      if (!node.isObject()) {
        throw spot.error(Deviation.NOT_A_ZONE);
      }
      if (!repeated.isEmpty()) {
        throw spot.error(Deviation.REPEATED_FIELD, repeated.get(0));
      }
      UasZone zone = understood(spot);
      sort.checkUnique(spot, zone.key());
      zones.add(zone);
      if (Homeland.isMirrored(zone)) {
        unplaced(Deviation.MIRRORED, places, pointer, zone.country());
      }
      if (!zone.understood()) {
        findings.block(Deviation.KEPT_BLOCKING, places, pointer);
      }
    } catch (NotUnderstood e) {
      if (e.what() == Deviation.TOO_LARGE) {
        // what deviates in a hundred thousand points says less than that they are too many
        findings.forgetNotesSince(before);
      }
      block(e, spot, places);
    }
  }

  /** Something that is no zone, but hides some. */
  void unplaced(Deviation what, Places places, String pointer, Object... arguments) {
    allPlaced = false;
    findings.hide(what, places, pointer, arguments);
  }

  private UasZone understood(Spot spot) throws NotUnderstood {
    if (!isFeature(spot)) {
      return Ed269Zones.read(spot, sort);
    }
    return FeatureZones.isEd318(spot)
        ? FeatureZones.ed318(spot, sort)
        : FeatureZones.plain(spot, called(spot));
  }

  static boolean isFeature(Spot spot) {
    return spot.node().path("type").asText().equals("Feature")
        || spot.child("properties").node().isObject();
  }

  private void block(NotUnderstood e, Spot spot, Places places) {
    findings.block(e.what(), places, e.pointer(), e.arguments());
    List<ZoneGeometry> solids;
    boolean whole = true;
    try {
      if (e.what() == Deviation.REPEATED_FIELD) {
        throw e;
      }
      solids = isFeature(spot) ? FeatureZones.claimed(spot) : Ed269Zones.claimed(spot);
    } catch (NotUnderstood again) {
      Claim claim = Claim.of(spot.node());
      solids = claim.solids();
      whole = claim.whole();
    }
    if (!whole) {
      unplaced(
          solids.isEmpty() ? Deviation.NO_AREA : Deviation.PART_OF_AREA, places, spot.pointer());
    }
    if (!solids.isEmpty()) {
      zones.add(blocking(spot.quietly(), solids));
    }
  }

  private static UasZone blocking(Spot spot, List<ZoneGeometry> solids) {
    Spot core = isFeature(spot) ? spot.child("properties") : spot;
    core = core.has("UASZone") ? core.child("UASZone") : core;
    String identifier = core.child("identifier").plainText().strip();
    String country = core.child("country").plainText();
    String name =
        Texts.free(core.child("name")).stream().map(LocalText::text).findFirst().orElse("");
    return new UasZone(
        identifier.isEmpty() ? called(spot) : identifier,
        country.matches("[A-Z]{3}") ? country : "",
        ZoneVariant.COMMON,
        Restriction.PROHIBITED,
        List.of(),
        List.of(Applicability.PERMANENT),
        solids,
        ZoneInformation.named(name),
        false);
  }

  /** What a zone without an identifier is called, for example {@code features/3}. */
  private static String called(Spot spot) {
    return spot.pointer().isEmpty() ? "feature" : spot.pointer().substring(1);
  }

  /** All that was read. */
  ZoneFile file(Metadata metadata) {
    if (zones.isEmpty() && allPlaced) {
      // an export that failed holds none either: it must not read as free air
      unplaced(Deviation.NO_ZONES, Places.nowhere(findings.file()), "");
    }
    List<UasZone> all =
        metadata.otherGeoid().isPresent() ? zones.stream().map(Geoid::widened).toList() : zones;
    return new ZoneFile(all, findings.all(), metadata.source(findings.file(), allPlaced));
  }
}
