package org.vigie.groundstation.demo.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a benchmark in the order in which they are printed, some beside a goal. */
final class FigureTable {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final List<Row> rows = new ArrayList<>();

  /**
   * One figure.
   *
   * @param goal empty where there is none
   * @param reached whether it is at its goal
   */
  private record Row(String what, double value, String unit, String goal, boolean reached) {}

  /** A figure without a goal. */
  void add(String what, double value, String unit) {
    rows.add(new Row(what, value, unit, "", true));
  }

  /** A figure that should not be over its goal; what could not be measured is. */
  void atMost(String what, double value, String unit, double goal) {
    rows.add(new Row(what, value, unit, "<= " + plain(goal), value <= goal));
  }

  /** A figure that should not be under its goal; what could not be measured is. */
  void atLeast(String what, double value, String unit, double goal) {
    rows.add(new Row(what, value, unit, ">= " + plain(goal), value >= goal));
  }

  private static String plain(double goal) {
    return goal == Math.rint(goal) ? Long.toString((long) goal) : Double.toString(goal);
  }

  /** Whether all goals are reached. */
  boolean reached() {
    return rows.stream().allMatch(Row::reached);
  }

  /** Prints it, for people or for machines. */
  void print(boolean json) throws JsonProcessingException {
    if (json) {
      System.out.println(JSON.writeValueAsString(tree()));
      return;
    }
    System.out.printf("%-38s %12s %-12s %10s%n", "what", "measured", "", "goal");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%-38s %12.2f %-12s %10s%s%n",
          row.what(),
          row.value(),
          row.unit(),
          row.goal(),
          row.reached() ? "" : "  missed");
    }
  }

  private ObjectNode tree() {
    ObjectNode tree = JSON.createObjectNode();
    ArrayNode list = tree.putArray("benchmarks");
    for (Row row : rows) {
      list.addObject()
          .put("name", row.what().strip())
          .put("value", row.value())
          .put("unit", row.unit())
          .put("goal", row.goal())
          .put("reached", row.reached());
    }
    return tree;
  }
}
