package org.vigie.groundstation.api;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.People;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Rights;

/** Who comes in, with what. No token, no answer. */
final class Gate {
  private static final String PERSON = "vigie.person";
  private static final String SCHEME = "bearer ";

  /** For an API that no page may frame, sniff or keep. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY");

  private final People people;

  Gate(People people) {
    this.people = people;
  }

  /** Puts the security headers on every answer. */
  static void headers(RoutingContext context) {
    HEADERS.forEach(context.response()::putHeader);
    context.next();
  }

  /** Lets a recognised person through. */
  void recognise(RoutingContext context) {
    Optional<Person> person =
        token(Call.header(context, "Authorization")).flatMap(people::recognise);
    if (person.isEmpty()) {
      Call.send(
          context,
          Problem.of(401, "unauthenticated").with("WWW-Authenticate", "Bearer realm=\"vigie\""));
      return;
    }
    context.put(PERSON, person.get());
    context.next();
  }

  private static Optional<String> token(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(authorization.substring(SCHEME.length()).trim())
        : Optional.empty();
  }

  static Person person(RoutingContext context) {
    Person person = context.get(PERSON);
    if (person == null) {
      throw new IllegalStateException("a request came past the gate");
    }
    return person;
  }

  /** Lets through who may. */
  static void permit(RoutingContext context, Permission permission) {
    if (Rights.may(person(context), permission)) {
      context.next();
    } else {
      Call.send(context, Problem.of(403, "forbidden"));
    }
  }

  /** Lets a body through that can be JSON; requests without a body too. */
  static void json(RoutingContext context) {
    HttpServerRequest request = context.request();
    String length = request.getHeader("Content-Length");
    boolean empty =
        !request.headers().contains("Transfer-Encoding") && (length == null || length.equals("0"));
    String type = request.getHeader("Content-Type");
    String bare = type == null ? "" : type.toLowerCase(Locale.ROOT).replace(" ", "");
    if (bare.startsWith("audio/")) {
      Call.send(context, Problem.of(415, "sound"));
    } else if (request.headers().contains("Content-Encoding")) {
      Call.send(context, Problem.of(415, "encoded").with("Accept-Encoding", "identity"));
    } else if (empty
        || bare.equals("application/json")
        || bare.equals("application/json;charset=utf-8")) {
      context.next();
    } else {
      Call.send(context, Problem.of(415, "not-json"));
    }
  }
}
