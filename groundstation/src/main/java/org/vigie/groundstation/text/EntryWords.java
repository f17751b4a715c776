package org.vigie.groundstation.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Finds the words for a journal entry, for the demonstration's story and for reports. Only the
 * entry speaks: a step that was not journalled is not told, whatever anybody intended. Immutable.
 */
public final class EntryWords {
  private final Texts texts;
  private final Function<String, List<String>> decisions;

  /**
   * Words in a language.
   *
   * @param decisions the lines about the decision of a flight, by its id; none where they are told
   *     elsewhere
   */
  public EntryWords(Texts texts, Function<String, List<String>> decisions) {
    this.texts = texts;
    this.decisions = decisions;
  }

  /** The lines for an entry as the journal has it; none for those that only machines read. */
  public List<String> of(JsonNode entry) {
    JsonNode body = entry.path("body");
    return switch (entry.path("type").asText()) {
      case "alert.received" ->
          one(
              "alert.received",
              text(body, "alertId"),
              texts.name("type", text(body, "type")),
              text(body, "source") + " " + text(body, "sourceId"),
              body.path("uncertaintyM").asDouble(),
              body.path("confidence").asDouble());
      case "incident.reported" ->
          one(
              "incident.reported",
              text(body, "incidentId"),
              texts.name("type", text(body, "type")));
      case "incident.alert-merged" ->
          one(
              "incident.alert-merged",
              text(body, "incidentId"),
              text(body, "alertId"),
              body.path("distanceM").asDouble(),
              body.path("ageS").asDouble());
      case "incident.verification-started" ->
          one("incident.verification-started", incident(entry), text(body, "by"));
      case "incident.confirmed" -> one("incident.confirmed", incident(entry), text(body, "by"));
      case "incident.dismissed" ->
          one(
              "incident.dismissed",
              incident(entry),
              text(body, "by"),
              texts.name("reason", text(body, "reason")));
      case "incident.closed" -> one("incident.closed", incident(entry));
      case "dispatch.waiting" -> one("dispatch.waiting", incident(entry), text(body, "reason"));
      default -> flight(entry, body);
    };
  }

  private List<String> flight(JsonNode entry, JsonNode body) {
    return switch (entry.path("type").asText()) {
      case "flight.requested" ->
          one(
              "flight.requested",
              text(body, "flightId"),
              text(body, "vehicleId"),
              text(body, "siteId"),
              text(body, "pilotId"),
              text(body, "serviceId"));
      case "flight.aircraft-chosen" -> one("flight.aircraft-chosen", aircraft(body));
      case "flight.planned" ->
          one(
              "flight.planned",
              brief(body, "planHash"),
              body.path("distanceM").asDouble(),
              body.path("toSceneS").asDouble(),
              body.path("durationS").asDouble(),
              body.path("energyWh").asDouble(),
              joined(body.path("zonesRespected")));
      case "flight.not-planned" ->
          one("flight.not-planned", text(body, "code"), text(body, "subject"));
      case "flight.proved" ->
          one(
              body.path("holds").asBoolean() ? "flight.proved.holds" : "flight.proved",
              brief(body, "proofHash"),
              body.path("checks").asInt(),
              body.path("failed").asInt());
      case "flight.decided" -> decided(entry, body);
      case "flight.state-changed" -> state(body);
      case "flight.uploaded" -> one("flight.uploaded", part(body), body.path("items").asInt());
      case "flight.read-back" ->
          one(
              body.path("equal").asBoolean() ? "flight.read-back" : "flight.read-back.differs",
              part(body),
              body.path("items").asInt(),
              joined(body.path("differences")));
      case "flight.set-up-differs" ->
          one(
              "flight.set-up-differs",
              body.path("differences").size(),
              SetUpWords.list(body.path("differences")));
      case "flight.set-up-confirmed" -> one("flight.set-up-confirmed", text(body, "by"));
      case "flight.set-up-changed" ->
          one("flight.set-up-changed", body.path("changes").size(), joined(body.path("changes")));
      case "flight.putting-back" -> one("flight.putting-back", text(body, "reason"));
      case "flight.transfer-ended" -> carried(body);
      case "flight.checked" ->
          one(
              body.path("passed").asBoolean() ? "flight.checked" : "flight.checked.failed",
              checks(body));
      default -> inTheAir(entry, body);
    };
  }

  private List<String> carried(JsonNode body) {
    String line =
        switch (text(body, "outcome")) {
          case "NEW" -> "flight.transfer-ended.NEW";
          case "OLD" -> "flight.transfer-ended.OLD";
          case "MIXED" -> "flight.transfer-ended.MIXED";
          default -> "flight.transfer-ended.UNKNOWN";
        };
    return one(line, text(body, "reason"), joined(body.path("differences")));
  }

  private List<String> inTheAir(JsonNode entry, JsonNode body) {
    return switch (entry.path("type").asText()) {
      case "flight.cleared" ->
          one(
              "flight.cleared",
              text(body, "by"),
              brief(body, "planHash"),
              brief(body, "decisionHash"));
      case "flight.refused" -> one("flight.refused", text(body, "by"));
      case "flight.warranted" -> one("flight.warranted", seconds(body, "until"));
      case "flight.home-checked" ->
          one(
              body.path("passed").asBoolean()
                  ? "flight.home-checked"
                  : "flight.home-checked.failed",
              body.path("distanceM").asDouble(),
              body.path("heightDifferenceM").asDouble());
      case "flight.commanded" ->
          one(
              text(body, "why").isEmpty() ? "flight.commanded" : "flight.commanded.why",
              texts.name("order", text(body, "command")),
              text(body, "by"),
              texts.name("reason", text(body, "why")));
      case "flight.arm-authorisation" ->
          one("flight.arm-authorisation", texts.name("arm-authorisation", text(body, "answer")));
      case "flight.order-refused" ->
          one(
              "flight.order-refused",
              texts.name("order", text(body, "command")),
              texts.name("order.outcome", text(body, "outcome").replace(':', '.')),
              names("order", body.path("remaining")));
      case "flight.reaction-overridden" ->
          one(
              body.path("containmentLost").asBoolean()
                  ? "flight.reaction-overridden.containment-lost"
                  : "flight.reaction-overridden",
              text(body, "mode"));
      case "flight.containment" ->
          one(
              "flight.containment",
              texts.name("console.containment", text(body, "state")),
              body.path("marginM").asDouble(),
              texts.name("reaction", text(body, "reaction")));
      case "flight.concern" -> concern(body);
      case "flight.concern-over" ->
          one("flight.concern-over", texts.name("concern", text(body, "concern")));
      case "flight.concerns-overruled" ->
          one(
              "flight.concerns-overruled",
              text(body, "by"),
              names("concern", body.path("concerns")));
      case "flight.scene-extended" ->
          one("flight.scene-extended", text(body, "by"), body.path("byS").asDouble());
      case "flight.scene-moved" ->
          one(
              "flight.scene-moved",
              text(body, "by"),
              body.path("latDeg").asDouble(),
              body.path("lonDeg").asDouble(),
              body.path("travelS").asDouble(),
              body.path("visibleShare").asDouble());
      case "station.zones-changed" -> one("station.zones-changed");
      case "station.zones-refused" -> one("station.zones-refused", text(body, "problem"));
      case "flight.authority-offered" ->
          one("flight.authority-offered", text(body, "by"), text(body, "to"));
      case "flight.authority-taken" ->
          one("flight.authority-taken", text(body, "by"), text(body, "from"));
      case "flight.text" -> one("flight.text", text(body, "text"));
      case "vehicle.log-fetched" ->
          one(
              "vehicle.log-fetched",
              text(body, "vehicleId"),
              body.path("logId").asInt(),
              body.path("bytes").asLong() / 1e6,
              brief(body, "sha256"),
              text(body, "by"));
      case "flight.resumed" ->
          one("flight.resumed", texts.name("state", text(body, "journalled")), text(body, "mode"));
      case "flight.closed" -> one("flight.closed");
      case "station.key-rotated" -> one("station.key-rotated", text(body, "new"));
      default -> pictures(entry, body);
    };
  }

  /** Containment tells itself; a value below zero is one that nobody knows. */
  private List<String> concern(JsonNode body) {
    boolean unknown = body.path("value").asDouble() < 0;
    return text(body, "concern").equals("containment")
        ? List.of()
        : one(
            unknown ? "flight.concern-unknown" : "flight.concern",
            texts.name("concern", text(body, "concern")),
            body.path("value").asDouble(),
            body.path("limit").asDouble(),
            text(body, "unit"),
            text(body, "subject"),
            texts.name("reaction", text(body, "reaction")));
  }

  private List<String> pictures(JsonNode entry, JsonNode body) {
    String source = text(body, "source");
    return switch (entry.path("type").asText()) {
      case "view.opened" -> one("view.opened", text(body, "person"), source);
      case "view.closed" -> one("view.closed", text(body, "viewId"));
      case "view.refused" ->
          one(
              "view.refused",
              text(body, "person"),
              source,
              texts.name("view", text(body, "code")),
              text(body, "article"));
      case "video.recording-started" -> one("video.recording-started", source);
      case "video.segment-closed" ->
          one(
              "video.segment-closed",
              source,
              body.path("index").asInt(),
              body.path("bytes").asLong() / 1e6,
              brief(body, "sha256"));
      case "video.gap" -> one("video.gap", source, text(body, "reason"));
      default -> List.of();
    };
  }

  private List<String> decided(JsonNode entry, JsonNode body) {
    String verdict = texts.name("verdict", text(body, "verdict"));
    List<String> lines =
        new ArrayList<>(one("flight.decided", brief(body, "decisionHash"), verdict));
    String stream = entry.path("stream").asText();
    lines.addAll(decisions.apply(stream.substring(stream.indexOf('/') + 1)));
    return lines;
  }

  private List<String> state(JsonNode body) {
    String state = texts.name("state", text(body, "to"));
    String reason = texts.name("reason", text(body, "reason"));
    return switch (text(body, "to")) {
      case "REFUSED", "ABORTED", "HOLDING", "DIVERTED", "LOST_LINK", "PILOT_LOST" ->
          one("flight.state.why", state, reason);
      case "EXTERNAL_CONTROL" -> one("flight.state.why", state, reason);
      default -> one("flight.state", state);
    };
  }

  private String part(JsonNode body) {
    return texts.name("part", text(body, "kind"));
  }

  private static String checks(JsonNode body) {
    boolean passed = body.path("passed").asBoolean();
    return StreamSupport.stream(body.path("checks").spliterator(), false)
        .filter(check -> passed || !check.path("passed").asBoolean())
        .map(check -> check.path("check").asText())
        .collect(Collectors.joining(", "));
  }

  private List<String> one(String key, Object... arguments) {
    return List.of(texts.get("story." + key, arguments));
  }

  private static String incident(JsonNode entry) {
    String stream = entry.path("stream").asText();
    return stream.substring(stream.indexOf('/') + 1);
  }

  private static String text(JsonNode body, String member) {
    return body.path(member).asText("");
  }

  private static String brief(JsonNode body, String member) {
    String hash = text(body, member);
    return hash.length() > 8 ? hash.substring(0, 8) : hash;
  }

  /** An instant without the fractions that only machines need. */
  private static String seconds(JsonNode body, String member) {
    return text(body, member).replaceFirst("\\.\\d+Z$", "Z");
  }

  private String aircraft(JsonNode body) {
    PlanWords words = new PlanWords(texts);
    return StreamSupport.stream(body.path("considered").spliterator(), false)
        .map(
            one -> {
              Map<String, Double> values = new HashMap<>();
              one.path("values")
                  .properties()
                  .forEach(value -> values.put(value.getKey(), value.getValue().asDouble()));
              String outcome = text(one, "outcome");
              return words.considered(
                  text(one, "vehicleId"),
                  text(one, "siteId"),
                  outcome,
                  words.whyNot(outcome, text(one, "reason"), text(one, "subject"), values),
                  one.path("arrivalS").asDouble(Double.NaN));
            })
        .collect(Collectors.joining("; "));
  }

  private String names(String prefix, JsonNode codes) {
    return StreamSupport.stream(codes.spliterator(), false)
        .map(code -> texts.name(prefix, code.asText()))
        .collect(Collectors.joining(", "));
  }

  private static String joined(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
