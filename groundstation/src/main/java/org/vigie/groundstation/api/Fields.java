package org.vigie.groundstation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of a request, read one by one; everything that is wrong is collected, so
 * that the sender learns of all of it at once. A value that is wrong reads as a harmless one: look
 * at the errors before using any.
 */
final class Fields {
  /** A hostile body has thousands of wrong fields; nobody reads more than these. */
  private static final int ERRORS_MAX = 20;

  /** With nanoseconds and offset an instant has 35 characters. */
  private static final int INSTANT_LENGTH_MAX = 40;

  /** A field's name in an answer, however long it was in the request. */
  private static final int NAME_LENGTH_MAX = 64;

  private final ObjectNode object;
  private final String prefix;
  private final List<FieldError> errors;

  /** Begins to read a body. */
  Fields(ObjectNode body) {
    this(body, "", new ArrayList<>());
  }

  private Fields(ObjectNode object, String prefix, List<FieldError> errors) {
    this.object = object;
    this.prefix = prefix;
    this.errors = errors;
  }

  /** The fields of an object within; its errors are this one's. */
  Fields within(ObjectNode inner, String path) {
    return new Fields(inner, prefix + path + ".", errors);
  }

  /**
   * Ends the reading.
   *
   * @throws Problem.Refusal naming every field that is wrong, if any is
   */
  void check() {
    if (!errors.isEmpty()) {
      throw Problem.of(errors).refusal();
    }
  }

  /** Reports every field but these. */
  void only(Set<String> known) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        error(
            name.length() <= NAME_LENGTH_MAX ? name : name.substring(0, NAME_LENGTH_MAX),
            "field.unknown");
      }
    }
  }

  /** Whether the object has such a field. */
  boolean has(String name) {
    return object.has(name);
  }

  /** A text of a form, not longer than so many characters. */
  String text(String name, int lengthMax, Pattern form, String formKey) {
    JsonNode node = required(name);
    if (node == null) {
      return "";
    }
    String text = checkedText(name, node, lengthMax);
    if (text == null) {
      return "";
    }
    if (!form.matcher(text).matches()) {
      error(name, formKey);
      return "";
    }
    return text;
  }

  /** A free text, empty when it is left out. */
  String optionalText(String name, int lengthMax) {
    JsonNode node = object.get(name);
    if (node == null) {
      return "";
    }
    String text = checkedText(name, node, lengthMax);
    return text == null ? "" : text;
  }

  /** A finite number within limits, both included. */
  double number(String name, double min, double max) {
    JsonNode node = required(name);
    if (node == null) {
      return min;
    }
    if (!node.isNumber()) {
      error(name, "field.not-number");
      return min;
    }
    double value = node.doubleValue();
    if (!(value >= min && value <= max)) {
      error(name, "field.out-of-range", number(min), number(max));
      return min;
    }
    return value;
  }

  /** An instant in ISO 8601 with its offset from UTC, of the years since 1970. */
  /** A moment; the epoch, with its error told, when there is none. */
  Instant instant(String name) {
    JsonNode node = required(name);
    if (node == null) {
      return Instant.EPOCH;
    }
    try {
      if (node.isTextual() && node.textValue().length() <= INSTANT_LENGTH_MAX) {
        OffsetDateTime at = OffsetDateTime.parse(node.textValue());
        if (at.toInstant().isAfter(Instant.EPOCH) && at.getYear() <= 9999) {
          return at.toInstant();
        }
      }
    } catch (DateTimeException e) {
      // told below, like every other text that is no instant
    }
    error(name, "field.not-instant");
    return Instant.EPOCH;
  }

  /** An array of texts, empty when it is left out. */
  List<String> texts(String name, int sizeMax) {
    JsonNode node = object.get(name);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      error(name, "field.not-array");
      return List.of();
    }
    if (node.size() > sizeMax) {
      error(name, "field.too-many", sizeMax);
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      if (node.get(i).isTextual()) {
        texts.add(node.get(i).textValue());
      } else {
        error(name + "[" + i + "]", "field.not-text");
      }
    }
    return texts;
  }

  /** An array of objects, empty when it is left out. */
  List<ObjectNode> objects(String name, int sizeMax) {
    JsonNode node = object.get(name);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      error(name, "field.not-array");
      return List.of();
    }
    if (node.size() > sizeMax) {
      error(name, "field.too-many", sizeMax);
      return List.of();
    }
    List<ObjectNode> objects = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      if (node.get(i) instanceof ObjectNode item) {
        objects.add(item);
      } else {
        error(name + "[" + i + "]", "field.not-object");
      }
    }
    return objects.size() == node.size() ? objects : List.of();
  }

  void error(String name, String key, Object... args) {
    if (errors.size() < ERRORS_MAX) {
      errors.add(new FieldError(prefix + name, key, List.of(args)));
    }
  }

  private @Nullable JsonNode required(String name) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      error(name, "field.missing");
      return null;
    }
    return node;
  }

  private @Nullable String checkedText(String name, JsonNode node, int lengthMax) {
    if (!node.isTextual()) {
      error(name, "field.not-text");
      return null;
    }
    String text = node.textValue();
    if (text.length() > lengthMax) {
      error(name, "field.too-long", lengthMax);
      return null;
    }
    if (text.codePoints().anyMatch(Fields::unprintable)) {
      error(name, "field.unprintable");
      return null;
    }
    return text;
  }

  /** Control characters but line breaks and tabs, and halves of characters. */
  private static boolean unprintable(int codePoint) {
    boolean blank = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    return (Character.isISOControl(codePoint) && !blank)
        || Character.getType(codePoint) == Character.SURROGATE;
  }

  /** Limits as one would write them, in any language. */
  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
