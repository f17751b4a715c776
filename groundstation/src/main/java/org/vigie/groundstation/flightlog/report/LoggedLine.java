package org.vigie.groundstation.flightlog.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the journal as the record has it.
 *
 * @param stream for example {@code flight/F-1}
 * @param tree the whole entry
 */
public record LoggedLine(
    long position, String stream, Instant time, String type, String service, JsonNode tree) {
  /** An entry of a damaged record that is none is left out: the verification names it. */
  static Optional<LoggedLine> read(JsonNode tree) {
    if (!(tree.path("body") instanceof ObjectNode)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LoggedLine(
              tree.path("position").asLong(),
              tree.path("stream").asText(),
              Instant.parse(tree.path("time").asText()),
              tree.path("type").asText(),
              tree.path("service").asText(),
              tree));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public JsonNode body() {
    return tree.path("body");
  }

  /** A text of the body, empty when there is none. */
  public String text(String member) {
    return body().path(member).asText("");
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }
}
