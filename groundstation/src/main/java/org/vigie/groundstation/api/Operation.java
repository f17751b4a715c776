package org.vigie.groundstation.api;

import io.vertx.core.http.HttpMethod;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Permission;

/**
 * One thing that the API offers.
 *
 * @param path as in OpenAPI, for example {@code /api/flights/{id}}
 * @param permission without which it is refused; absent: open to those who have not logged in
 * @param subFolders whether the last part of the path may have slashes in it
 */
record Operation(
    HttpMethod method,
    String path,
    @Nullable Permission permission,
    boolean subFolders,
    Consumer<Call> action) {

  static Operation get(String path, Permission permission, Consumer<Call> action) {
    return new Operation(HttpMethod.GET, path, permission, false, action);
  }

  static Operation open(String path, Consumer<Call> action) {
    return new Operation(HttpMethod.GET, path, null, false, action);
  }

  static Operation openPost(String path, Consumer<Call> action) {
    return new Operation(HttpMethod.POST, path, null, false, action);
  }

  static Operation delete(String path, Permission permission, Consumer<Call> action) {
    return new Operation(HttpMethod.DELETE, path, permission, false, action);
  }

  static Operation post(String path, Permission permission, Consumer<Call> action) {
    return new Operation(HttpMethod.POST, path, permission, false, action);
  }

  /** This operation for files in folders of folders. */
  Operation withSubFolders() {
    return new Operation(method, path, permission, true, action);
  }

  /** The path as the router writes it, for example {@code /api/flights/:id}. */
  String route() {
    return subFolders ? path.replaceAll("\\{\\w+}$", "*") : path.replaceAll("\\{(\\w+)}", ":$1");
  }

  /** Whether a request's path is this one's. */
  boolean at(String requestPath) {
    return requestPath.matches(path.replaceAll("\\{\\w+}", subFolders ? ".+" : "[^/]+"));
  }
}
