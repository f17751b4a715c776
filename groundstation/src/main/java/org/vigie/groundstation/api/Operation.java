package org.vigie.groundstation.api;

import io.vertx.core.http.HttpMethod;
import java.util.function.Consumer;
import org.vigie.groundstation.access.Permission;

/**
 * One thing that the API offers.
 *
 * @param path as in OpenAPI, for example {@code /api/flights/{id}}
 * @param permission without which it is refused
 */
record Operation(HttpMethod method, String path, Permission permission, Consumer<Call> action) {

  static Operation get(String path, Permission permission, Consumer<Call> action) {
    return new Operation(HttpMethod.GET, path, permission, action);
  }

  static Operation post(String path, Permission permission, Consumer<Call> action) {
    return new Operation(HttpMethod.POST, path, permission, action);
  }

  /** The path as the router writes it, for example {@code /api/flights/:id}. */
  String route() {
    return path.replaceAll("\\{(\\w+)}", ":$1");
  }

  /** Whether a request's path is this one's. */
  boolean at(String requestPath) {
    return requestPath.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
  }
}
