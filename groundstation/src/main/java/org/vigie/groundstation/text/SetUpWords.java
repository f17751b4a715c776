package org.vigie.groundstation.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Differences of an aircraft's set-up, as the journal has them, for people. */
public final class SetUpWords {
  private SetUpWords() {}

  /** For example {@code FS_GCS_ENABLE 0 -> 5}, one after the other. */
  public static String list(JsonNode differences) {
    return StreamSupport.stream(differences.spliterator(), false)
        .map(
            one ->
                one.path("name").asText()
                    + " "
                    + one.path("found").asText("?")
                    + " -> "
                    + one.path("needed").asText("?"))
        .collect(Collectors.joining(", "));
  }
}
