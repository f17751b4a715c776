package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.document.DocumentException;

/**
 * Damaged files: nothing but a refusal of the whole file ever comes out, and no zone is lost
 * without a blocking finding.
 */
class ZoneMutationTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String[] VALUES = {
    "null",
    "\"\"",
    "\" \"",
    "-1",
    "0",
    "1e999",
    "1e308",
    "\"x\"",
    "true",
    "[]",
    "{}",
    "[[]]",
    "\"NaN\"",
    "99999999999999999999",
    "[1,2]",
    "\"2026-13-01\"",
    "\"-999999999-01-01T00:00:00Z\"",
    "\"25:00:00Z\"",
    "181",
    "89.9",
    "\"Infinity\"",
    "{\"type\":\"Feature\"}",
    "1e-320"
  };

  private static final String[] FILES = {
    "saint-etienne-zones.json",
    "swiss-sample.json",
    "nested.json",
    "layers.json",
    "plain.geojson",
    "zones.kml"
  };

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ZoneMutationTest.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "saint-etienne-zones.json",
        "swiss-sample.json",
        "nested.json",
        "layers.json",
        "plain.geojson",
        "zones.kml"
      })
  void damaged_bytes_are_refused_or_read(String name) throws Exception {
    damageBytes(resource(name), new Random(name.hashCode()), 1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "saint-etienne-zones.json",
        "swiss-sample.json",
        "nested.json",
        "layers.json",
        "plain.geojson"
      })
  void damaged_values_never_lose_a_zone_silently(String name) throws Exception {
    damageValues(resource(name), new Random(name.hashCode()), 900);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @Tag("deep")
  void a_million_damaged_files_are_refused_or_read_without_losing_a_zone(int seed)
      throws Exception {
    for (String name : FILES) {
      damageBytes(resource(name), new Random(seed), 28_000);
      if (!name.endsWith(".kml")) {
        damageValues(resource(name), new Random(seed), 34_000);
      }
    }
  }

  private static void damageBytes(byte[] original, Random random, int rounds) {
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = original.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        bytes[random.nextInt(bytes.length)] =
            (byte) random.nextInt(random.nextBoolean() ? 256 : 128);
      }
      if (random.nextInt(20) == 0) {
        bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      try {
        ZoneFile file = ZoneReader.read("m", bytes);
        assertThat(file.source().complete() || !file.blocking().isEmpty()).isTrue();
      } catch (DocumentException e) {
        assertThat(e.problems()).isNotEmpty();
      }
    }
  }

  private static void damageValues(byte[] original, Random random, int rounds) throws Exception {
    JsonNode tree = MAPPER.readTree(original);
    String list = tree.has("features") ? "features" : "UASZoneList";
    int zones = tree.has(list) ? tree.path(list).size() : 1;
    int read = 0;
    int blocking = 0;
    for (int round = 0; round < rounds; round++) {
      JsonNode damaged = tree.deepCopy();
      for (int i = 0; i <= random.nextInt(2); i++) {
        damage(damaged, random, list);
      }
      String text = damaged.toString();
      try {
        ZoneFile file = ZoneReader.read("m", text.getBytes(StandardCharsets.UTF_8));
        assertThat(file.zones().size() + file.blocking().size())
            .as(text)
            .isGreaterThanOrEqualTo(zones);
        read++;
        blocking += file.blocking().isEmpty() ? 0 : 1;
        long blocked = file.zones().stream().filter(zone -> !zone.understood()).count();
        assertThat((long) file.blocking().size()).as(text).isGreaterThanOrEqualTo(blocked);
        if (file.zones().size() < zones) {
          assertThat(file.source().complete()).as(text).isFalse();
        }
      } catch (DocumentException e) {
        assertThat(e.problems()).isNotEmpty();
      }
    }
    // the damage is of the kind that is meant: most files can be read, and many lost a zone
    assertThat(read).isGreaterThan(rounds * 9 / 10);
    assertThat(blocking).isBetween(rounds / 10, rounds * 9 / 10);
  }

  /** Changes, removes, renames or doubles some value below the list of zones. */
  private static void damage(JsonNode root, Random random, String list) throws Exception {
    List<JsonNode> containers = new ArrayList<>();
    collect(root.has(list) ? root.path(list) : root, containers, root.has(list));
    JsonNode parent = containers.get(random.nextInt(containers.size()));
    JsonNode value = MAPPER.readTree(VALUES[random.nextInt(VALUES.length)]);
    int index = random.nextInt(parent.size());
    if (parent instanceof ArrayNode array) {
      switch (random.nextInt(3)) {
        case 0 -> array.set(index, value);
        case 1 -> array.insert(index, value);
        default -> array.add(array.get(index).deepCopy());
      }
    } else {
      ObjectNode object = (ObjectNode) parent;
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(index);
      switch (random.nextInt(3)) {
        case 0 -> object.set(name, value);
        case 1 -> object.remove(name);
        default -> object.set(name + "x", object.remove(name));
      }
    }
  }

  /** Everything that holds something; the list of zones itself keeps its zones. */
  private static void collect(JsonNode node, List<JsonNode> found, boolean isList) {
    if (node.isContainerNode() && !node.isEmpty() && !isList) {
      found.add(node);
    }
    node.forEach(child -> collect(child, found, false));
  }
}
