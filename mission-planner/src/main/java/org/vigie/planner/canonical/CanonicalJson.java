package org.vigie.planner.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * RFC 8785 (JSON Canonicalization Scheme) of records: members sorted, ECMAScript numbers, no white
 * space. Instants and durations are ISO 8601 texts, what is empty is null. NaN and infinities have
 * no form and are refused.
 */
public final class CanonicalJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS) // so that the canonicaliser refuses it
          .build();

  private CanonicalJson() {}

  /** The canonical text of a record, map or tree. */
  public static String write(Object value) {
    try {
      return canonicalise(MAPPER.writeValueAsString(value));
    } catch (IOException e) {
      throw new IllegalArgumentException("has no canonical JSON: " + value, e);
    }
  }

  /**
   * The canonical form of any JSON text.
   *
   * @throws IOException if the text is not JSON
   */
  public static String canonicalise(String json) throws IOException {
    return new JsonCanonicalizer(json).getEncodedString();
  }

  /** The hash of a value's canonical text, UTF-8. */
  public static ContentHash hash(Object value) {
    return ContentHash.of(write(value));
  }

  /**
   * Reads a record back; unknown members are errors.
   *
   * @throws JsonProcessingException if the text is not JSON or not of that type
   */
  public static <T> T read(String json, Class<T> type) throws JsonProcessingException {
    return MAPPER.readValue(json, type);
  }

  /** The mapper behind this class, for trees; its configuration is never changed. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }
}
