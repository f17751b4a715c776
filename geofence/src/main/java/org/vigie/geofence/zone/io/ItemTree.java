package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One value of a JSON file as a tree: a zone, or what stands beside the zones. A field that is
 * given twice is kept twice, the second time under a name of its own, so that no part of a zone is
 * lost; {@link #repeated} names it. Confined to one value.
 */
final class ItemTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int POINT = 2;
  static final String AGAIN = " (again)";

  private final JsonParser parser;
  private final int valuesMax;
  private final List<String> repeated = new ArrayList<>();
  private int values;

  ItemTree(JsonParser parser, int valuesMax) {
    this.parser = parser;
    this.valuesMax = valuesMax;
  }

  /** The value at the parser's token; the parser is then at that value's last token. */
  JsonNode read() throws IOException, TooMuch {
    return value(0);
  }

  /** Names of fields that were given twice. */
  List<String> repeated() {
    return repeated;
  }

  /** A value that is larger than any honest one. */
  static final class TooMuch extends Exception {
    private static final long serialVersionUID = 1L;

    TooMuch(String message) {
      super(message, null, false, false);
    }
  }

  private JsonNode value(int depth) throws IOException, TooMuch {
    if (++values > valuesMax) {
      throw new TooMuch("holds more than " + valuesMax + " values");
    }
    if (depth > ZoneLimits.DEPTH_MAX) {
      throw new TooMuch("is nested deeper than " + ZoneLimits.DEPTH_MAX);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? NODES.numberNode(parser.getBigIntegerValue())
              : NODES.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> real();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      default -> NODES.nullNode();
    };
  }

  private ObjectNode object(int depth) throws IOException, TooMuch {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (object.has(name)) {
        repeated.add(name);
        while (object.has(name)) {
          name += AGAIN;
        }
      }
      object.set(name, value(depth + 1));
    }
    return object;
  }

  private ArrayNode array(int depth) throws IOException, TooMuch {
    JsonToken first = parser.nextToken();
    // nearly all lists are points
    ArrayNode array = first.isNumeric() ? NODES.arrayNode(POINT) : NODES.arrayNode();
    for (JsonToken each = first; each != JsonToken.END_ARRAY; each = parser.nextToken()) {
      array.add(value(depth + 1));
    }
    return array;
  }

  /** A number too large for a double is kept as the text that it is: no reader takes it for one. */
  private JsonNode real() throws IOException {
    double value = parser.getDoubleValue();
    return Double.isFinite(value) ? NODES.numberNode(value) : NODES.textNode(parser.getText());
  }
}
