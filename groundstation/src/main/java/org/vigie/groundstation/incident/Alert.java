package org.vigie.groundstation.incident;

import java.time.Instant;
import java.util.List;
import org.vigie.geofence.geo.LatLon;

/**
 * What a sensor, a control room or a caller reported. Never carries sound.
 *
 * @param source who reports, for example {@code acoustic-st-etienne}
 * @param sourceId the source's own identifier; source and sourceId together make an alert unique
 * @param occurredAt when it happened, by the source's clock
 * @param uncertaintyM radius around the position within which it happened, metres
 * @param confidence the source's own, 0 to 1
 * @param text free text; personal content, erasable
 * @param evidence pictures and the like, by reference
 */
public record Alert(
    String source,
    String sourceId,
    AlertType type,
    Instant occurredAt,
    LatLon position,
    double uncertaintyM,
    double confidence,
    String text,
    List<Evidence> evidence) {
  public Alert {
    evidence = List.copyOf(evidence);
  }

  /** A reference to something that backs the alert, never sound. */
  public record Evidence(String kind, String url) {}
}
