package org.vigie.groundstation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Session;
import org.vigie.groundstation.dispatch.DeskAnswer;

/** One request, as a rule of a person who was recognised. Confined to the server's event loop. */
final class Call {
  /**
   * The Desk answers when its entries are on disk, in milliseconds as a rule; after this the sender
   * is told that it is not known what came of it.
   */
  private static final long ANSWER_SECONDS_MAX = 10;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final RoutingContext context;

  Call(RoutingContext context) {
    this.context = context;
  }

  /** Who asks; not to be called where an operation is open to everyone. */
  Person person() {
    return Gate.findPerson(context)
        .orElseThrow(() -> new IllegalStateException("a request came past the gate"));
  }

  /** The session in which they ask; none when they came with a token. */
  Optional<Session> session() {
    return Gate.findSession(context);
  }

  RoutingContext context() {
    return context;
  }

  HttpServerResponse response() {
    return context.response();
  }

  /** The id in the path. */
  String id() {
    return id("id");
  }

  /** A part of the path that names something. */
  String id(String name) {
    String id = context.pathParam(name);
    if (id == null || !ID.matcher(id).matches()) {
      throw Problem.of(404, "not-found").refusal();
    }
    return id;
  }

  /** A whole number of the query, a default when it is left out. */
  long query(String name, long otherwise, long min, long max) {
    List<String> values = context.queryParam(name);
    if (values.isEmpty()) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(values.get(0));
      if (values.size() == 1 && value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, like a number that is out of range
    }
    throw Problem.field(name, "field.not-integer", Long.toString(min), Long.toString(max))
        .refusal();
  }

  /** The body as a JSON object; an absent body is an empty object. */
  ObjectNode json() {
    Buffer body = context.body().buffer();
    return body == null || body.length() == 0
        ? JsonBody.read(new byte[] {'{', '}'})
        : JsonBody.read(body.getBytes());
  }

  /** Refuses a body that says anything. */
  void expectNothing() {
    Fields fields = new Fields(json());
    fields.only(Set.of());
    fields.check();
  }

  void send(int status, Object view) {
    sendJson(status, ViewJson.write(view));
  }

  void sendJson(int status, String json) {
    response().setStatusCode(status).putHeader("Content-Type", "application/json").end(json);
  }

  /** Does something that may block on a worker, and goes on with its result here. */
  <T> void blocking(Callable<T> work, Consumer<T> then) {
    context
        .vertx()
        .executeBlocking(work, false)
        .onSuccess(result -> guarded(() -> then.accept(result)))
        .onFailure(context::fail);
  }

  /** Waits for the Desk and sends what it answers. */
  <T> void answer(CompletionStage<DeskAnswer<T>> stage, Consumer<DeskAnswer.Done<T>> done) {
    await(stage, answer -> settle(answer, done), late -> {}); // what was done stays done
  }

  /**
   * Waits for something and goes on with it here.
   *
   * @param late gets it when it comes after the time for it, or nobody is there any more
   */
  <T> void await(CompletionStage<T> stage, Consumer<T> then, Consumer<T> late) {
    new Waiting<>(stage, then, late, context::fail).begin();
  }

  /** Waits for something that may fail without anything being broken. */
  <T> void awaitOrElse(CompletionStage<T> stage, Consumer<T> then, Consumer<Throwable> failed) {
    new Waiting<>(stage, then, late -> {}, failed).begin();
  }

  private final class Waiting<T> {
    private final CompletionStage<T> stage;
    private final Consumer<T> then;
    private final Consumer<T> late;
    private final Consumer<Throwable> failed;
    private boolean over;

    private Waiting(
        CompletionStage<T> stage, Consumer<T> then, Consumer<T> late, Consumer<Throwable> failed) {
      this.stage = stage;
      this.then = then;
      this.late = late;
      this.failed = failed;
    }

    private void begin() {
      long timer =
          context.vertx().setTimer(TimeUnit.SECONDS.toMillis(ANSWER_SECONDS_MAX), id -> timedOut());
      Future.fromCompletionStage(stage, context.vertx().getOrCreateContext())
          .onComplete(
              result -> {
                context.vertx().cancelTimer(timer);
                boolean gone = over || context.response().closed();
                over = true;
                if (result.succeeded()) {
                  guarded(() -> (gone ? late : then).accept(result.result()));
                } else if (!gone) {
                  guarded(() -> failed.accept(result.cause()));
                }
              });
    }

    private void timedOut() {
      over = true;
      fail(Problem.because(503, "unavailable", "no-answer").with("Retry-After", "1"));
    }
  }

  private <T> void settle(DeskAnswer<T> answer, Consumer<DeskAnswer.Done<T>> done) {
    if (answer instanceof DeskAnswer.Done<T> one) {
      done.accept(one);
    } else if (answer instanceof DeskAnswer.Unknown<T>) {
      fail(Problem.of(404, "not-found"));
    } else if (answer instanceof DeskAnswer.Conflict<T> conflict) {
      fail(Problem.because(409, "conflict", conflict.reason()));
    } else if (answer instanceof DeskAnswer.Forbidden<T> forbidden) {
      fail(Problem.because(403, "forbidden", forbidden.reason()));
    } else if (answer instanceof DeskAnswer.Unavailable<T> unavailable) {
      fail(Problem.because(503, "unavailable", unavailable.reason()).with("Retry-After", "1"));
    } else {
      throw new IllegalStateException("no response for " + answer);
    }
  }

  void fail(Problem problem) {
    send(context, problem);
  }

  /** Runs a part of the handling; what it refuses is sent, what breaks it ends in a 500. */
  void guarded(Runnable part) {
    try {
      part.run();
    } catch (Problem.Refusal refusal) {
      fail(refusal.problem());
    } catch (RuntimeException e) {
      context.fail(e);
    }
  }

  /** Sends a problem in the language asked for. */
  static void send(RoutingContext context, Problem problem) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      context.request().connection().close(); // half an answer must not look whole
      return;
    }
    Texts texts = Texts.accepting(header(context, "Accept-Language"));
    problem.headers().forEach(response::putHeader);
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Content-Language", texts.language())
        .putHeader("Vary", "Accept-Language")
        .end(ViewJson.write(members(problem, texts)));
  }

  private record FieldMessage(String field, String message) {}

  private static Map<String, Object> members(Problem problem, Texts texts) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:vigie:problem:" + problem.key());
    members.put("title", texts.get("problem." + problem.key()));
    members.put("status", problem.status());
    String reasonKey = "reason." + problem.reason();
    members.put(
        "detail",
        texts.get(texts.has(reasonKey) ? reasonKey : "problem." + problem.key() + ".detail"));
    if (!problem.reason().isEmpty()) {
      members.put("reason", problem.reason());
    }
    members.putAll(problem.members());
    if (!problem.errors().isEmpty()) {
      members.put(
          "errors",
          problem.errors().stream()
              .map(
                  error ->
                      new FieldMessage(
                          error.field(), texts.get(error.key(), error.args().toArray())))
              .toList());
    }
    return members;
  }

  /** Words from the one table of words, in the language asked for. */
  String words(String key) {
    return Texts.accepting(header(context, "Accept-Language")).words(key);
  }

  static @Nullable String header(RoutingContext context, String name) {
    return context.request().getHeader(name);
  }
}
