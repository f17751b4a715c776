package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.planner.canonical.CanonicalJson;

/** Strict reading of text and JSON: one form, or nothing. */
final class CanonicalText {
  private CanonicalText() {}

  /** UTF-8, no replacement characters for what is not. */
  static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A JSON object in RFC 8785 form, byte for byte. */
  static Optional<JsonNode> object(String text) {
    try {
      // Jackson first: it limits nesting and lengths, which the canonicaliser does not
      JsonNode node = CanonicalJson.mapper().readTree(text);
      if (node instanceof ObjectNode && CanonicalJson.canonicalise(text).equals(text)) {
        return Optional.of(node);
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // whatever a parser says about hostile text, it is not canonical JSON
      return Optional.empty();
    }
  }
}
