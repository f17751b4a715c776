package org.vigie.geofence.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One YAML or JSON file with the place of each of its fields. A file that begins with a brace or a
 * bracket is JSON, every other one YAML; a byte order mark is skipped. YAML is 1.2: {@code no} is a
 * text, not false; anchors and aliases are limited, a file cannot blow up in memory.
 */
public final class Document {
  /** Larger than any file a person writes; a national zone set has a reader of its own. */
  private static final int CODE_POINTS_MAX = 16_000_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final int ALIASES_MAX = 50;

  /** No file of ours nests a tenth as deep; the parser works by recursion. */
  static final int DEPTH_MAX = 100;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Places places;
  private final JsonNode root;

  private Document(Places places, JsonNode root) {
    this.places = places;
    this.root = root;
  }

  /**
   * Reads a file's text.
   *
   * @param file the name that errors carry
   * @throws DocumentException if it is empty or not well-formed YAML or JSON
   */
  public static Document read(String file, String text) throws DocumentException {
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    Places places = new Places(file);
    if (content.length() > CODE_POINTS_MAX) {
      throw new DocumentException(
          new Problem(file, 0, 0, "", "is longer than " + CODE_POINTS_MAX + " characters"));
    }
    JsonNode root =
        JsonTree.looksLike(content)
            ? JsonTree.read(file, content, places)
            : yaml(file, content, places);
    return new Document(places, root);
  }

  private static JsonNode yaml(String file, String text, Places places) throws DocumentException {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setAllowDuplicateKeys(true) // reported by NodeTree, with the field's name
            .setMaxAliasesForCollections(ALIASES_MAX)
            .setCodePointLimit(CODE_POINTS_MAX)
            .build();
    try {
      checkDepth(file, new Parse(settings).parseString(text));
      Node node =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(
                  () -> new DocumentException(new Problem(file, 0, 0, "", "the file is empty")));
      return new NodeTree(places).convert(node, "");
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().orElse(null);
      throw new DocumentException(
          new Problem(
              file,
              mark == null ? 0 : mark.getLine() + 1,
              mark == null ? 0 : mark.getColumn() + 1,
              "",
              e.getProblem()));
    } catch (YamlEngineException e) {
      throw new DocumentException(new Problem(file, 0, 0, "", String.valueOf(e.getMessage())));
    }
  }

  private static void checkDepth(String file, Iterable<Event> events) throws DocumentException {
    int depth = 0;
    for (Event event : events) {
      if (event instanceof CollectionStartEvent && ++depth > DEPTH_MAX) {
        Mark mark = event.getStartMark().orElse(null);
        int line = mark == null ? 0 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        throw new DocumentException(
            new Problem(file, line, column, "", "is nested deeper than " + DEPTH_MAX));
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }

  /**
   * Holds this document against a JSON Schema (2020-12) and reports everything that breaks it.
   *
   * @param schemaJson the schema's text
   */
  public Document check(String schemaJson) throws DocumentException {
    Schema schema = SCHEMAS.getSchema(schemaJson);
    List<Problem> problems =
        schema.validate(root).stream()
            .map(this::problem)
            .distinct()
            .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
            .toList();
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return this;
  }

  /** This document as a record. Unknown fields are errors. */
  public <T> T as(Class<T> type) throws DocumentException {
    return as(type, MAPPER);
  }

  /** This document as a record, bound by a mapper that knows the caller's own types. */
  public <T> T as(Class<T> type, ObjectMapper mapper) throws DocumentException {
    try {
      return mapper.treeToValue(root, type);
    } catch (JsonMappingException e) {
      StringBuilder pointer = new StringBuilder();
      for (JsonMappingException.Reference step : e.getPath()) {
        pointer
            .append('/')
            .append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
      }
      Throwable cause = e.getCause() instanceof IllegalArgumentException i ? i : null;
      String message = cause != null ? cause.getMessage() : e.getOriginalMessage();
      throw new DocumentException(problem(pointer.toString(), String.valueOf(message)));
    } catch (JsonProcessingException e) {
      throw new DocumentException(problem("", String.valueOf(e.getOriginalMessage())));
    }
  }

  /** The tree as read; callers treat it as immutable. */
  public JsonNode root() {
    return root;
  }

  /** The field at a JSON pointer; a missing node where there is none. */
  public JsonNode at(String pointer) {
    return root.at(JsonPointer.compile(pointer));
  }

  /** A problem of the caller's finding, at a field of this document. */
  public Problem problem(String pointer, String message) {
    return places.problem(pointer, message);
  }

  private Problem problem(Error error) {
    String pointer = error.getInstanceLocation().toString();
    String property = error.getProperty();
    if (property != null && "additionalProperties".equals(error.getKeyword())) {
      pointer = pointer + "/" + property;
    }
    return places.problem(pointer, error.getMessage());
  }
}
