package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.MerkleHash;

/**
 * One line of {@code entries.jsonl} as the verifier reads it.
 *
 * @param leaf hash of the line's bytes
 */
record LoggedEntry(
    long position,
    StreamId stream,
    long number,
    Instant time,
    String type,
    JsonNode body,
    MerkleHash leaf) {
  private static final Set<String> MEMBERS =
      Set.of(
          "position", "stream", "number", "time", "service", "commune", "type", "version", "body");

  static Optional<LoggedEntry> read(String line) {
    return CanonicalText.object(line).flatMap(node -> read(line, node));
  }

  private static Optional<LoggedEntry> read(String line, JsonNode node) {
    Set<String> members = new HashSet<>();
    node.fieldNames().forEachRemaining(members::add);
    boolean formed =
        members.equals(MEMBERS)
            && node.path("position").canConvertToLong()
            && node.path("number").canConvertToLong()
            && node.path("version").canConvertToInt()
            && node.path("position").isIntegralNumber()
            && node.path("number").isIntegralNumber()
            && node.path("service").isTextual()
            && node.path("commune").isTextual()
            && node.path("type").isTextual()
            && node.path("body") instanceof ObjectNode;
    if (!formed) {
      return Optional.empty();
    }
    try {
      Instant time = Instant.parse(node.path("time").asText());
      if (!time.toString().equals(node.path("time").asText())) {
        return Optional.empty();
      }
      return Optional.of(
          new LoggedEntry(
              node.path("position").asLong(),
              StreamId.parse(node.path("stream").asText()),
              node.path("number").asLong(),
              time,
              node.path("type").asText(),
              node.path("body"),
              MerkleHash.leaf(line.getBytes(StandardCharsets.UTF_8))));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  String text(String member) {
    return body.path(member).asText();
  }

  /** A number of the body; -1 when there is none. */
  long number(String member) {
    return body.path(member).asLong(-1);
  }
}
