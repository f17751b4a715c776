package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value of a zone file, its place, and where to tell what deviates in it. Immutable. */
final class Spot {
  /** Where to tell what deviates. */
  interface Report {
    void note(Deviation what, String pointer, Object... arguments);
  }

  /** Nobody is told. */
  static final Report UNTOLD = (what, pointer, arguments) -> {};

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?|[+-]?(NaN|Infinity)");

  private final Report report;
  private final JsonNode node;
  private final @Nullable Spot parent;

  /** From the parent, or, without one, from the file's root. */
  private final String step;

  /**
   * A value that is found from the file's root.
   *
   * @param node a missing node where there is no value
   * @param pointer JSON pointer from the file's root
   */
  Spot(Report report, JsonNode node, String pointer) {
    this(report, node, null, pointer);
  }

  private Spot(Report report, JsonNode node, @Nullable Spot parent, String step) {
    this.report = report;
    this.node = node;
    this.parent = parent;
    this.step = step;
  }

  /** The value; a missing node where there is none. */
  JsonNode node() {
    return node;
  }

  /** JSON pointer from the file's root: put together when somebody asks, which is seldom. */
  String pointer() {
    return parent == null ? step : pointer(parent.pointer(), step);
  }

  static String pointer(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  Spot child(String name) {
    return new Spot(report, node.path(name), this, name);
  }

  Spot child(int index) {
    return new Spot(report, node.path(index), this, Integer.toString(index));
  }

  /** The first of some members that is given; the first of all when none is. */
  Spot first(String... names) {
    for (String name : names) {
      if (!child(name).isAbsent()) {
        return child(name);
      }
    }
    return child(names[0]);
  }

  /** Whether there is no value, null, or a text of blanks, as some publishers write null. */
  boolean isAbsent() {
    return node.isMissingNode()
        || node.isNull()
        || (node.isTextual() && node.textValue().isBlank());
  }

  boolean has(String name) {
    return !child(name).isAbsent();
  }

  void note(Deviation what, Object... arguments) {
    report.note(what, pointer(), arguments);
  }

  NotUnderstood error(Deviation what, Object... arguments) {
    return new NotUnderstood(what, pointer(), arguments);
  }

  /** That another value says what this one does, otherwise. */
  NotUnderstood contradiction(Spot other) {
    return other.error(Deviation.CONTRADICTION, pointer(), other.pointer());
  }

  /** This value without anybody being told of what deviates. */
  Spot quietly() {
    return new Spot(UNTOLD, node, parent, step);
  }

  /** A text without the blanks around it; empty when absent. Numbers count as texts. */
  Optional<String> text() throws NotUnderstood {
    if (isAbsent()) {
      if (node.isTextual()) {
        note(Deviation.EMPTY_TEXT);
      }
      return Optional.empty();
    }
    if (node.isContainerNode()) {
      throw error(Deviation.NOT_A_TEXT);
    }
    if (!node.isTextual()) {
      note(Deviation.TEXT_EXPECTED, node);
    }
    String text = node.asText();
    if (!text.equals(text.strip())) {
      note(Deviation.PADDED_TEXT);
    }
    return Optional.of(text.strip());
  }

  /** A text that no containment depends on: what is no text is told and left out. */
  String plainText() {
    if (isAbsent() || node.isContainerNode()) {
      if (node.isTextual()) {
        note(Deviation.EMPTY_TEXT);
      } else if (node.isContainerNode()) {
        note(Deviation.TEXT_LEFT_OUT);
      }
      return "";
    }
    if (!node.isTextual()) {
      note(Deviation.TEXT_EXPECTED, node);
    }
    return node.asText();
  }

  String required() throws NotUnderstood {
    Optional<String> text = text();
    if (text.isEmpty()) {
      throw error(Deviation.MISSING);
    }
    return text.get();
  }

  /** A list of texts that no containment depends on; a single text is a deviation. */
  List<String> plainTexts() {
    if (node.isArray()) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        String text = child(i).plainText();
        if (!text.isEmpty()) {
          texts.add(text);
        }
      }
      return texts;
    }
    String text = plainText();
    if (text.isEmpty()) {
      return List.of();
    }
    note(Deviation.TEXT_FOR_LIST);
    return List.of(text);
  }

  /** A number; one written as text is a deviation, null is empty. */
  OptionalDouble number() throws NotUnderstood {
    if (node.isNumber()) {
      double value = node.doubleValue();
      if (Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
      throw error(Deviation.NOT_FINITE, node);
    }
    Optional<String> text = text();
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double value = decimal(text.get());
      if (node.isTextual() && Double.isFinite(value)) {
        note(Deviation.NUMBER_AS_TEXT, value);
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      throw error(Deviation.BAD_NUMBER, text.get());
    }
    throw error(Deviation.NOT_FINITE, text.get());
  }

  /**
   * A number as people and standards write it, or one that is not finite.
   *
   * @throws NumberFormatException for what only Java takes for a number (4d, 0x1p3) too
   */
  static double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException(text);
    }
    return Double.parseDouble(text);
  }

  /** The members of a list that may be absent; a single object is a deviation. */
  List<Spot> items() throws NotUnderstood {
    if (node.isArray()) {
      List<Spot> items = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        items.add(child(i));
      }
      return items;
    }
    if (node.isObject()) {
      note(Deviation.OBJECT_FOR_LIST);
      return List.of(this);
    }
    if (isAbsent()) {
      return List.of();
    }
    throw error(Deviation.NOT_A_LIST);
  }
}
