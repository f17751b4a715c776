package org.vigie.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What must come out of a scenario.
 *
 * @param finalState state in which the flight must end
 * @param decision GO, GO_WITH_CONDITIONS or NO_GO
 * @param findings identifiers of rules that must be among the findings that decide
 * @param reached flight states that must be reached, each with its own time if need be
 * @param neverReached flight states that must not be
 * @param texts parts of what the autopilot must have said
 * @param entries types of journal entries that must be there
 * @param viewsRefused codes of why somebody was refused a picture, that must have come up
 * @param videoRecorded whether the record must hold hashes of recorded video
 * @param containmentKept whether the aircraft must truly have stayed in the plan's volume, or must
 *     have left it; not looked at when null
 * @param withinS simulated seconds from the first alert to the closing entry
 * @param recordVerifies whether the record must verify
 */
public record Expectation(
    @JsonProperty("final") String finalState,
    @Nullable String decision,
    @Nullable List<String> findings,
    @Nullable List<Reached> reached,
    @Nullable List<String> neverReached,
    @Nullable List<String> texts,
    @Nullable List<String> entries,
    @Nullable List<String> viewsRefused,
    Boolean videoRecorded,
    @Nullable Boolean containmentKept,
    double withinS,
    boolean recordVerifies) {
  public Expectation {
    findings = findings == null ? List.of() : List.copyOf(findings);
    reached = reached == null ? List.of() : List.copyOf(reached);
    neverReached = neverReached == null ? List.of() : List.copyOf(neverReached);
    texts = texts == null ? List.of() : List.copyOf(texts);
    entries = entries == null ? List.of() : List.copyOf(entries);
    viewsRefused = viewsRefused == null ? List.of() : List.copyOf(viewsRefused);
    videoRecorded = videoRecorded != null && videoRecorded;
  }

  /** Nothing but an end. */
  public static Expectation ending(String finalState) {
    return new Expectation(
        finalState, null, null, null, null, null, null, null, false, null, 0, false);
  }

  /**
   * A state that must be reached.
   *
   * @param withinS simulated seconds from the first alert; null for any time
   */
  public record Reached(String state, @Nullable Double withinS) {
    /** A state alone, or one with its time. */
    @JsonCreator
    static Reached of(JsonNode node) {
      JsonNode within = node.path("withinS");
      return node.isTextual()
          ? new Reached(node.asText(), null)
          : new Reached(
              node.path("state").asText(), within.isMissingNode() ? null : within.asDouble());
    }

    /** The time that it may take, if there is one. */
    public OptionalDouble findWithinS() {
      return withinS == null ? OptionalDouble.empty() : OptionalDouble.of(withinS);
    }
  }
}
