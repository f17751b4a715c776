package org.vigie.groundstation.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.vigie.groundstation.dispatch.FlightView;

/**
 * Views as JSON: members as the records name them, instants in ISO 8601, hashes in hexadecimal,
 * what is unknown is null and never left out.
 */
final class ViewJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .addMixIn(FlightView.class, WithoutPath.class)
          .build();

  private ViewJson() {}

  /** Where things lie on the station's disk is nobody's business. */
  @JsonIgnoreProperties("recordPath")
  private interface WithoutPath {}

  static String write(Object view) {
    try {
      return MAPPER.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view that has no JSON: " + view.getClass(), e);
    }
  }
}
