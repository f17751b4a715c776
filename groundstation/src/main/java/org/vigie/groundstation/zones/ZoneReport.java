package org.vigie.groundstation.zones;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.geofence.zone.io.ZoneFile;
import org.vigie.geofence.zone.io.ZoneFinding;
import org.vigie.groundstation.text.Texts;

/** What zone files hold, for a person to read. */
public final class ZoneReport {
  private final Texts texts;
  private final ZoneWords words;
  private final FindingWords findings;
  private final Instant now;

  /**
   * @param now when the report is read: ages count to it, and zones in force are those of now
   */
  public ZoneReport(Texts texts, Instant now) {
    this.texts = texts;
    this.words = new ZoneWords(texts);
    this.findings = new FindingWords(texts);
    this.now = now;
  }

  /** A file's zones and findings, and what it covers. */
  public List<String> lines(ZoneFile file) {
    List<String> lines = new ArrayList<>();
    ZoneSource source = file.source();
    lines.add(
        texts.get(
            "zones.file",
            source.name(),
            file.zones().size(),
            source.provider().isEmpty() ? texts.get("zones.provider.unknown") : source.provider()));
    lines.add("  " + age(source));
    lines.add("  " + coverage(file));
    for (UasZone zone : file.zones()) {
      lines.addAll(zone(zone));
    }
    if (!file.findings().isEmpty()) {
      lines.add("  " + texts.get("zones.findings", file.findings().size()));
    }
    file.findings().stream()
        .sorted(Comparator.comparing(ZoneFinding::severity).reversed())
        .map(this::finding)
        .forEach(lines::add);
    return lines;
  }

  /** A file that could not be read, and why. */
  public List<String> unreadable(String name, String why) {
    return List.of(
        name + ": " + texts.get("zones.coverage.unknown"),
        "  " + texts.get("zones.severity.blocking") + "  " + why);
  }

  /**
   * The last lines, over all files.
   *
   * @param unreadable how many files could not be read beside those
   */
  public List<String> summary(List<ZoneFile> files, int unreadable) {
    String read = summary(files);
    return unreadable == 0
        ? List.of(read)
        : List.of(read, texts.get("zones.unreadable", unreadable));
  }

  private String summary(List<ZoneFile> files) {
    long zones = files.stream().mapToLong(file -> file.zones().size()).sum();
    long blocking =
        files.stream()
            .flatMap(file -> file.findings().stream())
            .filter(ZoneFinding::blocks)
            .count();
    return texts.get("zones.summary", files.size(), zones, blocking);
  }

  private String age(ZoneSource source) {
    String issued =
        source
            .issued()
            .map(at -> texts.get("zones.issued", at.toString(), words.age(at, now)))
            .orElse(texts.get("zones.issued.unknown"));
    String late =
        source
            .validUntil()
            .filter(until -> until.isBefore(now))
            .map(until -> "; " + texts.get("zones.expired", until.toString()))
            .orElse("");
    String early =
        source
            .validFrom()
            .filter(from -> from.isAfter(now))
            .map(from -> "; " + texts.get("zones.not-yet", from.toString()))
            .orElse("");
    return issued + late + early;
  }

  private String coverage(ZoneFile file) {
    if (!file.source().complete()) {
      return texts.get("zones.coverage.unknown");
    }
    return ZoneExtent.of(file.zones())
        .map(box -> texts.get("zones.coverage", corners(box)))
        .orElse(texts.get("zones.coverage.none"));
  }

  private static String corners(GeoBox box) {
    return String.format(
        Locale.ROOT,
        "%.4f, %.4f \u2013 %.4f, %.4f",
        box.southDeg(),
        box.westDeg(),
        box.northDeg(),
        box.eastDeg());
  }

  private List<String> zone(UasZone zone) {
    List<String> lines = new ArrayList<>();
    String state = texts.get(zone.inForce(now, now) ? "zones.in-force" : "zones.not-in-force");
    String name = zone.name().isEmpty() ? "" : "  " + zone.name();
    lines.add(
        "  "
            + zone.key()
            + "  "
            + words.restriction(zone)
            + name
            + "  ["
            + words.times(zone)
            + "; "
            + state
            + "]");
    for (ZoneGeometry solid : zone.geometry()) {
      lines.add("    " + words.heights(solid.band()) + "  " + words.place(solid));
    }
    return lines;
  }

  private String finding(ZoneFinding finding) {
    return "  "
        + texts.get("zones.severity." + finding.severity().name().toLowerCase(Locale.ROOT))
        + "  "
        + finding.code()
        + "  "
        + findings.place(finding);
  }
}
