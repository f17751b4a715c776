package org.vigie.planner.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/** Files that are no plans say where and why. */
class BadPlanFilesTest {
  private static DocumentException refused(String text) {
    try {
      PlanFileReader.read("bad.plan", text);
    } catch (DocumentException e) {
      return e;
    }
    return fail("was read: " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"fileType\": \"Plan\"|\"fileType\": \"Parameters\"|/fileType|not \"Plan\"",
        "\"version\": 1,\\n  \"mission\"|\"version\": 7,\\n  \"mission\"|/version|only version 1",
        "\"vehicleType\": 2, \"version\": 2|\"vehicleType\": 2, \"version\": 1|/mission/version|only version 2",
        "[45.4386, 4.3766, 528]|[95.4386, 4.3766, 528]|/mission/plannedHomePosition|latitude 95.4386",
        "[45.4386, 4.3766, 528]|[45.4386, 4.3766]|/mission/plannedHomePosition|3 numbers, not 2",
        "\"command\": 22|\"command\": \"22\"|/mission/items/0/command|must be a number",
        "\"command\": 22|\"command\": 22.5|/mission/items/0/command|whole number",
        "\"frame\": 3,\\n       \"AMSL|\"AMSL|/mission/items/0/frame|is missing",
        "[0, 0, 0, null, 0, 0, 90]|[0, 0, 0, null, 0, 90]|/mission/items/0/params|must have 7",
        "[0, 0, 0, null, 0, 0, 90]|[0, 0, 0, null, 0, 0, 1e300]|/mission/items/0/params/6|too large",
        "\"SimpleItem\", \"autoContinue\": true, \"command\": 20, |\"OddItem\", \"autoContinue\": true, \"command\": 20, |/mission/items/3/type|\"OddItem\" is not understood",
        "\"survey\"|\"fwLandingPattern\"|/mission/items/2/complexItemType|\"fwLandingPattern\" does not hold",
        "\"radius\": 260|\"radius\": -5|/geoFence/circles/0/circle/radius|no radius",
        "[45.4360, 4.3790], [45.4360, 4.3800], |[45.4360, 4.3790], |/geoFence/polygons/0/polygon|at least 3",
        "\"geoFence\": {\\n    \"version\": 2|\"geoFence\": {\\n    \"version\": 1|/geoFence/version|only version 2",
        "[[45.4388, 4.3764, 50]]|[[45.4388, 4.3764, null]]|/rallyPoints/points/0/2|must be a number"
      })
  void a_wrong_field_is_named_with_its_place(
      String good, String bad, String pointer, String message) {
    String from = good.replace("\\n", "\n");
    assertThat(Foreign.PLAN).contains(from);
    String text = Foreign.PLAN.replace(from, bad.replace("\\n", "\n"));
    if (bad.contains("fwLanding")) {
      text = text.replace("TransectStyleComplexItem", "Landing");
    }
    Problem problem = refused(text).problems().get(0);
    assertThat(problem.file()).isEqualTo("bad.plan");
    assertThat(problem.field()).as(problem.toString()).isEqualTo(pointer);
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isPositive();
  }

  @Test
  void every_complex_item_that_cannot_be_read_is_named() {
    String text =
        Foreign.PLAN
            .replace(
                "\"TransectStyleComplexItem\": {\"version\": 1, \"Items\": [",
                "\"Other\": {\"x\": [")
            .replace(
                "\"items\": [",
                "\"items\": [{\"type\": \"ComplexItem\", \"complexItemType\": \"StructureScan\"},");
    assertThat(refused(text).getMessage()).contains("\"survey\"", "\"StructureScan\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QGC WPL 110|QGC WPL 100|1|''|must begin with",
        "528.000000\\t1|528.000000|2|autocontinue|is missing: the line has 11 of 12",
        "\\t22\\t|\\ttwentytwo\\t|3|command|is not a number: \"twentytwo\"",
        "\\t22\\t|\\t22.5\\t|3|command|must be a whole number",
        "45.43950000|145.43950000|4|latitude|is not within -90..90",
        "\\t3\\t177|\\t3\\t177\\t9\\t9|5|''|more than 12 fields",
        "90.000000|0x1p3|3|altitude|is not a number"
      })
  void a_wrong_line_is_named_with_its_column_and_field(
      String good, String bad, int line, String field, String message) {
    String text = Foreign.WAYPOINTS.replace(good.replace("\\t", "\t"), bad.replace("\\t", "\t"));
    Problem problem = refused(text).problems().get(0);
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.column()).isPositive();
    assertThat(problem.field()).isEqualTo(field);
    assertThat(problem.message()).contains(message);
  }

  @Test
  void sizes_have_limits_and_the_limit_is_named() {
    String item =
        "{\"type\": \"SimpleItem\", \"command\": 16, \"frame\": 3, \"params\": [0,0,0,0,1,1,9]},";
    String many = Foreign.PLAN.replace("\"items\": [", "\"items\": [" + item.repeat(5_001));
    assertThat(refused(many).getMessage()).contains("more than 5000");
    assertThat(refused(" ".repeat(4_000_001)).getMessage()).contains("longer than 4000000");
    String lines = Foreign.WAYPOINTS + "5\t0\t3\t16\t0\t0\t0\t0\t1\t1\t1\t1\n".repeat(5_001);
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> WaypointsReader.read("x", lines))
        .withMessageContaining("more than item 5000");
    String shapes =
        Foreign.PLAN.replace(
            "\"polygons\": [",
            "\"polygons\": ["
                + "{\"version\":1,\"inclusion\":true,\"polygon\":[[1,1],[1,2],[2,2]]},"
                    .repeat(201));
    assertThat(refused(shapes).getMessage()).contains("more than 200");
  }

  @Test
  void damaged_files_are_read_or_refused_but_nothing_else_is_thrown() {
    fuzz(3_000, 20261121);
  }

  @Test
  @Tag("deep")
  void damaged_files_are_read_or_refused_but_nothing_else_is_thrown_deep() {
    fuzz(200_000, 7);
  }

  private static void fuzz(int rounds, long seed) {
    Random random = new Random(seed);
    List<String> seeds = List.of(Foreign.PLAN, Foreign.WAYPOINTS, Foreign.own());
    int refused = 0;
    int read = 0;
    for (int i = 0; i < rounds; i++) {
      String text = damaged(seeds.get(i % seeds.size()), random);
      try {
        PlanFile file = PlanFileReader.read("fuzz", text);
        for (Autopilot autopilot : Autopilot.values()) {
          StoredItems.mission(file, autopilot);
          StoredItems.fence(file, autopilot);
          StoredItems.rally(file, autopilot);
        }
        read++;
      } catch (DocumentException e) {
        assertThat(e.problems()).isNotEmpty();
        assertThat(e.getMessage()).startsWith("fuzz");
        refused++;
      }
    }
    // a fuzz that only ever hits one of the two ways tests little
    assertThat(refused).isGreaterThan(rounds / 10);
    assertThat(read).isGreaterThan(rounds / 50);
  }

  private static final List<String> BITS =
      List.of(
          "null",
          "-1",
          "1e999",
          "NaN",
          "{}",
          "[]",
          "\"\"",
          "9999999999",
          "[",
          "}",
          "\u0000",
          "true",
          "0.5",
          "-91",
          "181");

  private static String damaged(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && out.length() > 2; i++) {
      int at = random.nextInt(out.length());
      int end = Math.min(out.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> out.delete(at, end);
        case 1 -> out.insert(at, BITS.get(random.nextInt(BITS.size())));
        case 2 -> out.setCharAt(at, (char) (32 + random.nextInt(96)));
        case 3 -> out.insert(at, out.substring(at, end));
        default -> number(out, random);
      }
    }
    return out.toString();
  }

  /** Replaces one number by something else, so that the text stays well-formed more often. */
  private static void number(StringBuilder out, Random random) {
    int at = random.nextInt(out.length());
    while (at < out.length() && !Character.isDigit(out.charAt(at))) {
      at++;
    }
    int end = at;
    while (end < out.length() && "0123456789.".indexOf(out.charAt(end)) >= 0) {
      end++;
    }
    out.replace(at, end, BITS.get(random.nextInt(BITS.size())));
  }
}
