package org.vigie.groundstation.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.planner.canonical.CanonicalJson;

/**
 * One line of the journal, as it is hashed, signed and shown. Immutable.
 *
 * @param position place in the station's journal and leaf index in its Merkle tree, from 0
 * @param number gap-free number in its stream, from 0
 * @param time the station's time
 * @param type name of the event, see {@link EventType}
 * @param version version of the type
 * @param body canonical JSON of the event's members
 */
public record Entry(
    long position,
    StreamId stream,
    long number,
    Instant time,
    String service,
    String commune,
    String type,
    int version,
    String body) {

  /** RFC 8785 text of this entry: the bytes of its leaf. */
  public String canonical() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("position", position);
    members.put("stream", stream.toString());
    members.put("number", number);
    members.put("time", time.toString());
    members.put("service", service);
    members.put("commune", commune);
    members.put("type", type);
    members.put("version", version);
    members.put("body", tree());
    return CanonicalJson.write(members);
  }

  /** The event's members as a fresh tree. */
  public JsonNode tree() {
    try {
      return CanonicalJson.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("entry " + position + " holds no JSON", e);
    }
  }
}
