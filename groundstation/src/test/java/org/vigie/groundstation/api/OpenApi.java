package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The shipped OpenAPI document as an oracle for real answers. */
final class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new HashMap<>();
  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  static OpenApi shipped() throws IOException {
    try (InputStream in = ApiServer.class.getResourceAsStream("openapi.json")) {
      return new OpenApi(JSON.readTree(Objects.requireNonNull(in)));
    }
  }

  JsonNode document() {
    return document;
  }

  /** For example {@code POST /api/alerts}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return operations;
  }

  /** Holds an answer against what the document promises; paths that it lacks must be problems. */
  void check(String method, String path, HttpResponse<byte[]> response) throws IOException {
    String status = Integer.toString(response.statusCode());
    String template = template(path);
    JsonNode operation =
        document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      assertThat(response.statusCode()).isIn(401, 404, 405);
      validate("Problem", response.body());
      return;
    }
    JsonNode promised = operation.path("responses").path(status);
    assertThat(promised.isMissingNode())
        .as("%s %s answers %s, which the document does not know", method, template, status)
        .isFalse();
    if (promised.has("$ref")) {
      assertThat(type(response)).isEqualTo("application/problem+json");
      validate("Problem", response.body());
      assertThat(JSON.readTree(response.body()).path("status").intValue())
          .isEqualTo(response.statusCode());
    } else if (!promised.has("content")) {
      assertThat(response.body()).isEmpty();
    } else {
      Map.Entry<String, JsonNode> content = promised.path("content").properties().iterator().next();
      assertThat(type(response)).startsWith(content.getKey().replace("*/*", ""));
      JsonNode ref = content.getValue().path("schema").path("$ref");
      if (ref.isTextual()) {
        validate(ref.textValue().substring("#/components/schemas/".length()), response.body());
      }
    }
  }

  /** Holds JSON against a named schema of the document. */
  void validate(String name, byte[] json) throws IOException {
    assertThat(schema(name).validate(JSON.readTree(json)))
        .as("%s: %s", name, new String(json, StandardCharsets.UTF_8))
        .isEmpty();
  }

  private synchronized Schema schema(String name) {
    return schemas.computeIfAbsent(
        name,
        key -> {
          ObjectNode root = JSON.createObjectNode();
          root.put("$ref", "#/components/schemas/" + key);
          root.set("components", document.path("components"));
          return registry.getSchema(root.toString());
        });
  }

  private String template(String path) {
    for (Iterator<String> paths = document.path("paths").fieldNames(); paths.hasNext(); ) {
      String template = paths.next();
      String part = template.equals("/ui/{name}") ? ".+" : "[^/]+";
      if (path.matches(template.replaceAll("\\{\\w+}", part))) {
        return template;
      }
    }
    return path;
  }

  private static String type(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
