package org.vigie.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a station said to a real ArduCopter, and what that said, by time since boot: see README.md
 * beside the recordings.
 */
record Recording(String name, List<Said> said, List<Told> told) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A message of a station. */
  record Said(double timeS, int system, String message, JsonNode fields) {}

  /** An event that the vehicle told of. */
  record Told(double timeS, String kind, String what) {}

  static Recording read(String name) {
    String file = "recordings/" + name + ".tsv";
    try (InputStream in = Recording.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no recording " + file);
      }
      List<Said> said = new ArrayList<>();
      List<Told> told = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] cells = line.split("\t");
        double timeS = Double.parseDouble(cells[0]);
        if (cells[1].startsWith(">")) {
          int system = cells[1].length() > 1 ? Integer.parseInt(cells[1].substring(1)) : 255;
          said.add(new Said(timeS, system, cells[2], fields(cells[3])));
        } else {
          told.add(new Told(timeS, cells[1], cells[2]));
        }
      }
      return new Recording(name, List.copyOf(said), List.copyOf(told));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode fields(String json) throws JsonProcessingException {
    return JSON.readTree(json);
  }

  /** The events of some kinds. */
  List<Told> told(String... kinds) {
    return told.stream().filter(event -> List.of(kinds).contains(event.kind())).toList();
  }
}
