package org.vigie.simulator.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line that a person types to change the running world: {@code NAME VALUES… [for SECONDS]
 * [@VEHICLE]}, or {@code NAME off [@VEHICLE]} to lift it.
 */
public sealed interface FaultLine {
  /** A fault begins. */
  record Begins(Injection injection) implements FaultLine {}

  /** Faults of a kind end. */
  record Ends(FaultKind kind, Optional<String> vehicle) implements FaultLine {}

  /** The simulation ends. */
  record Quit() implements FaultLine {}

  /** Short forms from before there was a catalogue. */
  Map<String, FaultKind> SHORT =
      Map.of(
          "battery", FaultKind.BATTERY_SET,
          "gps", FaultKind.GPS_OFF,
          "camera", FaultKind.CAMERA_OFF);

  /** Every line that is known, one a kind, for people. */
  static List<String> known() {
    List<String> lines = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      lines.add(kind.usage());
    }
    lines.addAll(List.of("battery PERCENT", "gps off|on", "camera off|on", "quit"));
    return lines;
  }

  /**
   * Reads a line; empty for a blank one.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  static Optional<FaultLine> parse(String line) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+")));
    String name = words.remove(0);
    if (name.equals("quit") && words.isEmpty()) {
      return Optional.of(new Quit());
    }
    FaultKind kind = SHORT.getOrDefault(name, FaultKind.find(name).orElse(null));
    if (kind == null) {
      throw unknown(line);
    }
    Optional<String> vehicle = vehicle(words, line);
    if (SHORT.containsKey(name) && kind.parameters().isEmpty()) {
      return Optional.of(onOrOff(kind, words, vehicle, line));
    }
    if (words.equals(List.of("off"))) {
      return Optional.of(new Ends(kind, vehicle));
    }
    try {
      double forS = forS(words);
      return Optional.of(new Begins(new Injection(kind.inOrder(words), vehicle, forS)));
    } catch (FaultValueException e) {
      throw new IllegalArgumentException("\"" + line.strip() + "\": " + e.getMessage(), e);
    }
  }

  private static FaultLine onOrOff(
      FaultKind kind, List<String> words, Optional<String> vehicle, String line) {
    if (words.equals(List.of("on"))) {
      return new Ends(kind, vehicle);
    }
    try {
      double forS = forS(words);
      if (!words.equals(List.of("off"))) {
        throw unknown(line);
      }
      return new Begins(new Injection(kind.inOrder(List.of()), vehicle, forS));
    } catch (FaultValueException e) {
      throw new IllegalArgumentException("\"" + line.strip() + "\": " + e.getMessage(), e);
    }
  }

  private static Optional<String> vehicle(List<String> words, String line) {
    int last = words.size() - 1;
    Optional<String> vehicle = Optional.empty();
    if (last >= 0 && words.get(last).startsWith("@")) {
      vehicle = Optional.of(words.remove(last).substring(1));
    }
    boolean nameless = vehicle.map(String::isEmpty).orElse(false);
    if (nameless || words.stream().anyMatch(word -> word.startsWith("@"))) {
      throw new IllegalArgumentException(
          "\"" + line.strip() + "\": a vehicle comes last, as @NAME, for example @vehicle-1");
    }
    return vehicle;
  }

  private static double forS(List<String> words) throws FaultValueException {
    int at = words.size() - 2;
    if (at < 0 || !words.get(at).equals("for")) {
      return Double.POSITIVE_INFINITY;
    }
    double seconds =
        (Double) FaultParameter.number("for", 0.001, 86_400).read(words.remove(at + 1));
    words.remove(at);
    return seconds;
  }

  private static IllegalArgumentException unknown(String line) {
    return new IllegalArgumentException(
        "unknown line \"" + line.strip() + "\"; known: " + String.join(", ", known()));
  }
}
