package org.vigie.groundstation.video.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.vigie.planner.canonical.CanonicalJson;

/**
 * What a viewer says.
 *
 * @param ptsUs of an acknowledgement, else 0
 */
record ViewerMessage(Kind kind, long ptsUs) {
  enum Kind {
    ACK,
    PAUSE,
    RESUME,
    /** Known and of no consequence yet, or of a later version. */
    OTHER
  }

  /** Reads one; empty if it is garbage. */
  static Optional<ViewerMessage> read(String text) {
    try {
      JsonNode message = CanonicalJson.mapper().readTree(text);
      if (!message.path("type").isTextual()) {
        return Optional.empty();
      }
      return switch (message.path("type").textValue()) {
        case "ack" -> ack(message.path("ptsUs"));
        case "pause" -> Optional.of(new ViewerMessage(Kind.PAUSE, 0));
        case "resume" -> Optional.of(new ViewerMessage(Kind.RESUME, 0));
        default -> Optional.of(new ViewerMessage(Kind.OTHER, 0));
      };
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<ViewerMessage> ack(JsonNode pts) {
    // JavaScript writes large whole numbers as it likes
    boolean whole = pts.isNumber() && Math.rint(pts.doubleValue()) == pts.doubleValue();
    return whole ? Optional.of(new ViewerMessage(Kind.ACK, pts.longValue())) : Optional.empty();
  }
}
