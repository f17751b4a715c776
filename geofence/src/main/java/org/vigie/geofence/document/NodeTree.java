package org.vigie.geofence.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns YAML nodes into a JSON tree and remembers where each of them stood. */
final class NodeTree {
  /** Aliases may repeat what they name: a short file must not become a long tree. */
  private static final int VALUES_MAX = 5_000_000;

  private final String file;
  private final Map<String, Mark> marks = new HashMap<>();
  private int values;
  private int depth;

  NodeTree(String file) {
    this.file = file;
  }

  JsonNode convert(Node node, String pointer) throws DocumentException {
    if (++values > VALUES_MAX) {
      throw new DocumentException(problem(pointer, "the file holds too many values"));
    }
    if (depth > Document.DEPTH_MAX) {
      throw new DocumentException(problem("", "the file refers to itself"));
    }
    node.getStartMark().ifPresent(mark -> marks.put(pointer, mark));
    depth++;
    try {
      return convertKind(node, pointer);
    } finally {
      depth--;
    }
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
        throw new DocumentException(problem(pointer, "a field name must be plain text"));
      }
      String child = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
      if (object.has(key.getValue())) {
        key.getStartMark().ifPresent(mark -> marks.put(child, mark));
        throw new DocumentException(problem(child, "the field is given twice"));
      }
      object.set(key.getValue(), convert(tuple.getValueNode(), child));
      key.getStartMark().ifPresent(mark -> marks.put(child, mark));
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
      throw new DocumentException(problem(pointer, "not a finite decimal number: " + text));
    }
    return factory.textNode(text);
  }

  /** The problem at a field, at its own line or at that of the nearest parent that is known. */
  Problem problem(String pointer, String message) {
    String at = pointer;
    while (!marks.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    Mark mark = marks.get(at);
    return mark == null
        ? new Problem(file, 0, 0, pointer, message)
        : new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, pointer, message);
  }
}
