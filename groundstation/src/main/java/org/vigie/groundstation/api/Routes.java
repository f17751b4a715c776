package org.vigie.groundstation.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of operations as a router; whatever is not in it gets a problem. */
final class Routes {
  /** An alert with everything at its limit has about 25 KiB. */
  static final int BODY_BYTES_MAX = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  /** What the router itself refuses, and how we name it. */
  private static final Map<Integer, String> PROBLEMS =
      Map.of(400, "bad-request", 404, "not-found", 413, "too-large", 415, "not-json");

  private final List<Operation> operations;
  private final Gate gate;

  Routes(List<Operation> operations, Gate gate) {
    this.operations = List.copyOf(operations);
    this.gate = gate;
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(Gate::headers);
    router.route().handler(gate::recognise);
    operations.forEach(operation -> add(router, operation));
    PROBLEMS.forEach(
        (status, key) ->
            router.errorHandler(status, context -> refuse(context, Problem.of(status, key))));
    router.errorHandler(405, this::wrongMethod);
    router.errorHandler(500, Routes::broken);
    return router;
  }

  private static void add(Router router, Operation operation) {
    Route route = router.route(operation.method(), operation.route());
    route.handler(context -> Gate.permit(context, operation.permission()));
    if (operation.method().equals(HttpMethod.POST)) {
      Route body = router.route(operation.method(), operation.route());
      body.handler(Gate::json);
      router
          .route(operation.method(), operation.route())
          .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
    }
    router
        .route(operation.method(), operation.route())
        .handler(
            context -> {
              Call call = new Call(context);
              call.guarded(() -> operation.action().accept(call));
            });
  }

  private void wrongMethod(RoutingContext context) {
    String path = context.normalizedPath();
    String allowed =
        operations.stream()
            .filter(operation -> operation.at(path))
            .map(operation -> operation.method().name())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    refuse(
        context,
        Problem.of(405, "wrong-method").with("Allow", allowed.isEmpty() ? "GET" : allowed));
  }

  /** What is there and what is not, only those who are known learn. */
  private static void refuse(RoutingContext context, Problem problem) {
    boolean hidden = problem.status() == 404 || problem.status() == 405;
    Call.send(
        context, hidden && Gate.findPerson(context).isEmpty() ? Gate.unauthenticated() : problem);
  }

  /** Our fault: the sender learns that, the log learns the rest. */
  private static void broken(RoutingContext context) {
    LOG.error(
        "{} {} broke", context.request().method(), context.normalizedPath(), context.failure());
    Call.send(context, Problem.of(500, "broken"));
  }
}
