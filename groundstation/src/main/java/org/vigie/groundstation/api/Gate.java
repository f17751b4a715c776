package org.vigie.groundstation.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.FrontDoor;
import org.vigie.groundstation.access.People;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Rights;
import org.vigie.groundstation.access.Session;

/** Who comes in, with what. No token and no session, no answer but the page to log in with. */
final class Gate {
  private static final String PERSON = "vigie.person";
  private static final String SESSION = "vigie.session";
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
  private final FrontDoor door;

  Gate(People people, FrontDoor door) {
    this.people = people;
    this.door = door;
  }

  /** Puts the security headers on every answer. */
  static void headers(RoutingContext context) {
    HEADERS.forEach(context.response()::putHeader);
    context.next();
  }

  /**
   * Notes who asks. A token speaks for itself; a cookie comes by itself, so what it is to do must
   * come from a page of this station.
   */
  void recognise(RoutingContext context) {
    String authorization = Call.header(context, "Authorization");
    if (authorization != null) {
      token(authorization).flatMap(people::recognise).ifPresent(one -> context.put(PERSON, one));
    } else {
      Optional<Session> session = secret(context).flatMap(door::find);
      if (session.isPresent() && acts(context) && !ownOrigin(context.request())) {
        Call.send(context, Problem.of(403, "foreign-origin"));
        return;
      }
      session.ifPresent(
          one -> {
            context.put(SESSION, one);
            context.put(PERSON, one.person());
          });
    }
    context.next();
  }

  /**
   * Name of the cookie that holds a session's secret. Browsers share cookies between the ports of a
   * host: with its port in the name, each station has its own.
   */
  static String cookieName(HttpServerRequest request) {
    SocketAddress local = request.localAddress();
    return local == null ? "vigie" : "vigie-" + local.port();
  }

  /** The session's secret, as the cookie has it. */
  static Optional<String> secret(RoutingContext context) {
    Cookie cookie = context.request().getCookie(cookieName(context.request()));
    return cookie == null ? Optional.empty() : Optional.of(cookie.getValue());
  }

  private static Optional<String> token(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(authorization.substring(SCHEME.length()).trim())
        : Optional.empty();
  }

  /** Whether it changes something, or opens a connection that the page's own rules do not bind. */
  private static boolean acts(RoutingContext context) {
    HttpMethod method = context.request().method();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    return !reads || context.request().canUpgradeToWebSocket();
  }

  private static boolean ownOrigin(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    String host = request.getHeader("Host");
    return origin != null
        && host != null
        && origin.equalsIgnoreCase(request.scheme() + "://" + host);
  }

  static Optional<Person> findPerson(RoutingContext context) {
    Person person = context.get(PERSON);
    return Optional.ofNullable(person);
  }

  static Optional<Session> findSession(RoutingContext context) {
    Session session = context.get(SESSION);
    return Optional.ofNullable(session);
  }

  static Problem unauthenticated() {
    return Problem.of(401, "unauthenticated").with("WWW-Authenticate", "Bearer realm=\"vigie\"");
  }

  /** Lets through who may; everyone, but no other site's page, where nothing is needed. */
  static void permit(RoutingContext context, @Nullable Permission permission) {
    Optional<Person> person = findPerson(context);
    if (permission == null) {
      boolean foreign =
          context.request().headers().contains("Origin") && !ownOrigin(context.request());
      if (acts(context) && foreign) {
        Call.send(context, Problem.of(403, "foreign-origin"));
      } else {
        context.next();
      }
    } else if (person.isEmpty()) {
      Call.send(context, unauthenticated());
    } else if (Rights.may(person.get(), permission)) {
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
