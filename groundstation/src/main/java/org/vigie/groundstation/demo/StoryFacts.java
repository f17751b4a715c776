package org.vigie.groundstation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.groundstation.flight.FlightState;

/**
 * What the journal's entries said, for expectations and the summary.
 *
 * @threading thread-safe
 */
final class StoryFacts {
  private final Set<String> states = new LinkedHashSet<>();
  private final Set<String> failing = new TreeSet<>();
  private final Map<String, Instant> firsts = new ConcurrentHashMap<>();
  private final Set<String> viewsRefused = new TreeSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private int segments;
  private String verdict = "";
  private String flightId = "";
  private String lastState = "";
  private boolean closed;

  synchronized void take(JsonNode entry) {
    String type = entry.path("type").asText();
    JsonNode body = entry.path("body");
    Instant time = Instant.parse(entry.path("time").asText());
    firsts.putIfAbsent(type, time);
    switch (type) {
      case "flight.requested" -> flightId = body.path("flightId").asText();
      case "flight.state-changed" -> {
        lastState = body.path("to").asText();
        states.add(lastState);
        firsts.putIfAbsent(body.path("to").asText(), time);
      }
      case "flight.decided" -> {
        verdict = body.path("verdict").asText();
        for (JsonNode finding : body.path("findings")) {
          if (!finding.path("outcome").asText().equals("PASSED")) {
            failing.add(finding.path("rule").asText());
          }
        }
      }
      case "view.refused" -> viewsRefused.add(body.path("code").asText());
      case "flight.text" -> texts.add(body.path("text").asText());
      case "video.segment-closed" -> segments++;
      case "flight.closed" -> closed = true;
      default -> {}
    }
  }

  synchronized Set<String> states() {
    return new LinkedHashSet<>(states);
  }

  /** The state that was entered last; empty before the first. */
  synchronized String lastState() {
    return lastState;
  }

  /** Whether the aircraft may be off the ground, as far as the journal says. */
  synchronized boolean airborne() {
    return !lastState.isEmpty() && FlightState.valueOf(lastState).airborne();
  }

  /** Rules that spoke against the flight. */
  synchronized Set<String> failingRules() {
    return new TreeSet<>(failing);
  }

  /** Codes of why somebody was refused a picture. */
  synchronized Set<String> viewsRefused() {
    return new TreeSet<>(viewsRefused);
  }

  /** What the autopilot said, as far as it is journalled. */
  synchronized Set<String> texts() {
    return new LinkedHashSet<>(texts);
  }

  /** Recorded pieces of video whose hashes are in the journal. */
  synchronized int segments() {
    return segments;
  }

  synchronized String verdict() {
    return verdict;
  }

  synchronized String flightId() {
    return flightId;
  }

  /** Whether the closing entry is there. */
  synchronized boolean closed() {
    return closed;
  }

  /** When a type of entry, or a flight state, was first journalled. */
  Optional<Instant> first(String typeOrState) {
    return Optional.ofNullable(firsts.get(typeOrState));
  }

  /** Time from the first alert to the first entry of a type or of a state. */
  Optional<Duration> fromAlert(String typeOrState) {
    return first("alert.received")
        .flatMap(alert -> first(typeOrState).map(then -> Duration.between(alert, then)));
  }
}
