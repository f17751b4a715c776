package org.vigie.groundstation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.AlertType;

/** Alerts as senders write them. Every length and number has its limit; sound is refused. */
final class AlertReader {
  /** Clocks of sensors drift by seconds; a minute hand that is further ahead is a broken clock. */
  static final Duration AHEAD_MAX = Duration.ofMinutes(5);

  /** A sensor that was cut off reports late; what is a day old is history, not an alert. */
  static final Duration AGE_MAX = Duration.ofDays(1);

  /** A report that is vaguer than a town is no place to send an aircraft to, metres. */
  static final double UNCERTAINTY_M_MAX = 5_000;

  /** No sensor is better than this, metres; zero would weigh infinitely. */
  static final double UNCERTAINTY_M_MIN = 0.1;

  static final int TEXT_LENGTH_MAX = 2_000;
  static final int EVIDENCE_MAX = 8;
  static final int URL_LENGTH_MAX = 2_048;

  private static final int SOURCE_LENGTH_MAX = 64;
  private static final int SOURCE_ID_LENGTH_MAX = 128;
  private static final int CODE_LENGTH_MAX = 32;

  /** Away from the poles, where plans have no local frame. */
  private static final double LATITUDE_DEG_MAX = 85;

  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]*");
  private static final Pattern SOURCE_ID = Pattern.compile("[!-~]+");
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern SOUND_KIND =
      Pattern.compile(".*(audio|sound|voice|speech|microphone|waveform).*");
  private static final Pattern SOUND_FILE =
      Pattern.compile(".*\\.(aac|aiff?|amr|au|flac|m4a|mp3|oga|ogg|opus|wav|weba|wma)");
  private static final Set<String> ALERT_FIELDS =
      Set.of(
          "source",
          "sourceId",
          "type",
          "occurredAt",
          "lat",
          "lon",
          "uncertaintyM",
          "confidence",
          "text",
          "evidence");
  private static final Set<String> EVIDENCE_FIELDS = Set.of("kind", "url");

  private AlertReader() {}

  /**
   * Reads an alert.
   *
   * @param now the station's time
   * @throws Problem.Refusal naming every field that is wrong
   */
  static Alert read(ObjectNode body, Instant now) {
    Fields fields = new Fields(body);
    fields.only(ALERT_FIELDS);
    String source = fields.text("source", SOURCE_LENGTH_MAX, SOURCE, "field.not-source");
    String sourceId =
        fields.text("sourceId", SOURCE_ID_LENGTH_MAX, SOURCE_ID, "field.not-visible-ascii");
    AlertType type = type(fields);
    Instant occurredAt = fields.instant("occurredAt");
    if (occurredAt.isAfter(now.plus(AHEAD_MAX))) {
      fields.error("occurredAt", "field.in-future", AHEAD_MAX.toMinutes());
    } else if (!occurredAt.equals(Instant.EPOCH) && occurredAt.isBefore(now.minus(AGE_MAX))) {
      fields.error("occurredAt", "field.too-old", AGE_MAX.toHours());
    }
    LatLon position =
        new LatLon(
            fields.number("lat", -LATITUDE_DEG_MAX, LATITUDE_DEG_MAX),
            fields.number("lon", -180, 180));
    double uncertaintyM = fields.number("uncertaintyM", UNCERTAINTY_M_MIN, UNCERTAINTY_M_MAX);
    double confidence = fields.number("confidence", 0, 1);
    String text = fields.optionalText("text", TEXT_LENGTH_MAX);
    List<Alert.Evidence> evidence = evidence(fields);
    fields.check();
    return new Alert(
        source, sourceId, type, occurredAt, position, uncertaintyM, confidence, text, evidence);
  }

  private static AlertType type(Fields fields) {
    String text = fields.text("type", CODE_LENGTH_MAX, CODE, "field.not-code");
    try {
      return text.isEmpty() ? AlertType.OTHER : AlertType.of(text);
    } catch (IllegalArgumentException e) {
      fields.error("type", "field.not-alert-type", List.of(AlertType.values()).toString());
      return AlertType.OTHER;
    }
  }

  private static List<Alert.Evidence> evidence(Fields fields) {
    List<Alert.Evidence> evidence = new ArrayList<>();
    for (ObjectNode item : fields.objects("evidence", EVIDENCE_MAX)) {
      Fields part = fields.within(item, "evidence[" + evidence.size() + "]");
      part.only(EVIDENCE_FIELDS);
      String kind = part.text("kind", CODE_LENGTH_MAX, CODE, "field.not-code");
      if (SOUND_KIND.matcher(kind).matches()) {
        part.error("kind", "field.sound");
      }
      evidence.add(new Alert.Evidence(kind, url(part)));
    }
    return evidence;
  }

  private static String url(Fields part) {
    String url = part.text("url", URL_LENGTH_MAX, SOURCE_ID, "field.not-url");
    if (url.isEmpty()) {
      return "";
    }
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if ((!scheme.equals("https") && !scheme.equals("http")) || uri.getHost() == null) {
        part.error("url", "field.not-url");
      } else if (uri.getUserInfo() != null) {
        part.error("url", "field.url-with-secret");
      } else if (SOUND_FILE.matcher(uri.getPath().toLowerCase(Locale.ROOT)).matches()) {
        part.error("url", "field.sound");
      }
    } catch (URISyntaxException e) {
      part.error("url", "field.not-url");
    }
    return url;
  }
}
