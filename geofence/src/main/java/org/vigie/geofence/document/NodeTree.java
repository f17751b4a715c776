package org.vigie.geofence.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns YAML nodes into a JSON tree and remembers where each of them stood. */
final class NodeTree {
  private final Places places;
  private int depth;

  NodeTree(Places places) {
    this.places = places;
  }

  JsonNode convert(Node node, String pointer) throws DocumentException {
    places.count(pointer);
    if (depth > Document.DEPTH_MAX) {
      throw new DocumentException(places.problem("", "the file refers to itself"));
    }
    node.getStartMark().ifPresent(mark -> put(pointer, mark));
    depth++;
    try {
      return convertKind(node, pointer);
    } finally {
      depth--;
    }
  }

  private void put(String pointer, Mark mark) {
    places.put(pointer, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private JsonNode convertKind(Node node, String pointer) throws DocumentException {
    if (node instanceof MappingNode mapping) {
      return convertMapping(mapping, pointer);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(convert(item, pointer + "/" + array.size()));
      }
      return array;
    }
    return convertScalar((ScalarNode) node, pointer);
  }

  private ObjectNode convertMapping(MappingNode mapping, String pointer) throws DocumentException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new DocumentException(places.problem(pointer, "a field name must be plain text"));
      }
      String child = Places.child(pointer, key.getValue());
      if (object.has(key.getValue())) {
        key.getStartMark().ifPresent(mark -> put(child, mark));
        throw new DocumentException(places.problem(child, "the field is given twice"));
      }
      object.set(key.getValue(), convert(tuple.getValueNode(), child));
      key.getStartMark().ifPresent(mark -> put(child, mark));
    }
    return object;
  }

  private JsonNode convertScalar(ScalarNode scalar, String pointer) throws DocumentException {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    try {
      if (tag.equals(Tag.NULL)) {
        return factory.nullNode();
      } else if (tag.equals(Tag.BOOL)) {
        return factory.booleanNode(Boolean.parseBoolean(text));
      } else if (tag.equals(Tag.INT)) {
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Long.SIZE
            ? factory.numberNode(value.longValueExact())
            : factory.numberNode(value);
      } else if (tag.equals(Tag.FLOAT)) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
          throw new NumberFormatException();
        }
        return factory.numberNode(value);
      }
    } catch (NumberFormatException e) {
      throw new DocumentException(places.problem(pointer, "not a finite decimal number: " + text));
    }
    return factory.textNode(text);
  }
}
