package org.vigie.geofence.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads JSON and remembers where each value stood. YAML's parser reads most JSON, but not JSON that
 * is indented with tabs.
 */
final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String file;
  private final Places places;
  private final JsonParser parser;
  private int depth;

  private JsonTree(String file, Places places, JsonParser parser) {
    this.file = file;
    this.places = places;
    this.parser = parser;
  }

  /** Whether a text can only be JSON or a YAML flow that is written like it. */
  static boolean looksLike(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  static JsonNode read(String file, String text, Places places) throws DocumentException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonTree tree = new JsonTree(file, places, parser);
      parser.nextToken();
      JsonNode root = tree.value("");
      if (parser.nextToken() != null) {
        throw new DocumentException(tree.here("something follows the end of the document"));
      }
      return root;
    } catch (JsonProcessingException e) {
      // parts of Jackson's words that speak of its own settings help nobody
      String message = e.getOriginalMessage().replaceAll("\\[Source: [^;]*; ", "[");
      JsonLocation at = e.getLocation();
      throw new DocumentException(
          new Problem(
              file,
              at == null ? 0 : at.getLineNr(),
              at == null ? 0 : at.getColumnNr(),
              "",
              message));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }

  /** The value that starts at the current token. */
  private JsonNode value(String pointer) throws DocumentException, IOException {
    places.count(pointer);
    JsonLocation at = parser.currentTokenLocation();
    places.put(pointer, at.getLineNr(), at.getColumnNr());
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(pointer);
      case START_ARRAY -> array(pointer);
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? NODES.numberNode(parser.getBigIntegerValue())
              : NODES.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> real(pointer);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_STRING -> NODES.textNode(parser.getText());
      default -> throw new DocumentException(here("a value is missing"));
    };
  }

  private ObjectNode object(String pointer) throws DocumentException, IOException {
    enter();
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String child = Places.child(pointer, name);
      JsonLocation at = parser.currentTokenLocation();
      if (object.has(name)) {
        places.put(child, at.getLineNr(), at.getColumnNr());
        throw new DocumentException(places.problem(child, "the field is given twice"));
      }
      parser.nextToken();
      object.set(name, value(child));
      places.put(child, at.getLineNr(), at.getColumnNr());
    }
    depth--;
    return object;
  }

  private ArrayNode array(String pointer) throws DocumentException, IOException {
    enter();
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(pointer + "/" + array.size()));
    }
    depth--;
    return array;
  }

  private JsonNode real(String pointer) throws DocumentException, IOException {
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw new DocumentException(
          places.problem(pointer, "not a finite decimal number: " + parser.getText()));
    }
    return NODES.numberNode(value);
  }

  private void enter() throws DocumentException {
    if (++depth > Document.DEPTH_MAX) {
      throw new DocumentException(here("is nested deeper than " + Document.DEPTH_MAX));
    }
  }

  private Problem here(String message) {
    JsonLocation at = parser.currentTokenLocation();
    return new Problem(file, at.getLineNr(), at.getColumnNr(), "", message);
  }
}
