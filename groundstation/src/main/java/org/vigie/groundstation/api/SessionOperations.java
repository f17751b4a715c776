package org.vigie.groundstation.api;

import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.FrontDoor;
import org.vigie.groundstation.access.LoginAnswer;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Rights;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.access.Session;

/** Logging in and out, and who one is. */
final class SessionOperations {
  /** Longer than any login or token. */
  private static final int SECRET_LENGTH_MAX = 256;

  private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

  private final FrontDoor door;
  private final StationFacts station;

  SessionOperations(FrontDoor door, StationFacts station) {
    this.door = door;
    this.station = station;
  }

  List<Operation> all() {
    return List.of(
        Operation.post("/api/logins", Permission.OPEN_SESSION, this::issue),
        Operation.openPost("/api/sessions", this::logIn),
        Operation.get("/api/sessions", Permission.OPEN_SESSION, this::who),
        Operation.delete("/api/sessions", Permission.OPEN_SESSION, this::logOut));
  }

  private record LoginView(String login, Instant expiresAt) {}

  private record StationView(String id, String name, String language) {}

  /**
   * Someone as screens show them to themselves.
   *
   * @param serviceType what their service is in law, empty when the station does not know it
   * @param expiresAt wall time at which their session ends, absent when they have none
   */
  private record Who(
      String personId,
      String name,
      Set<Role> roles,
      String service,
      String serviceName,
      String serviceType,
      String commune,
      Set<Permission> permissions,
      @Nullable Instant expiresAt,
      StationView station) {}

  private void issue(Call call) {
    if (call.session().isPresent()) { // the code would outlive the session, and so its logout
      throw Problem.because(403, "forbidden", "token-needed").refusal();
    }
    call.expectNothing();
    FrontDoor.Login login = door.issue(call.person());
    call.send(201, new LoginView(login.code(), login.expiresAt()));
  }

  private void logIn(Call call) {
    Fields fields = new Fields(call.json());
    fields.only(Set.of("login", "token"));
    boolean withLogin = fields.has("login");
    if (withLogin && fields.has("token")) {
      fields.error("token", "field.one-of");
    }
    String secret =
        fields.text(
            withLogin ? "login" : "token", SECRET_LENGTH_MAX, VISIBLE, "field.not-visible-ascii");
    fields.check();
    SocketAddress remote = call.context().request().remoteAddress();
    String address = remote == null ? "" : String.valueOf(remote.hostAddress());
    LoginAnswer answer =
        withLogin ? door.withLogin(secret, address) : door.withToken(secret, address);
    if (answer instanceof LoginAnswer.In in) {
      Gate.secret(call.context()).ifPresent(door::leave); // its cookie is replaced, it would linger
      call.response().putHeader("Set-Cookie", cookie(call, in.secret()));
      call.send(201, who(in.session().person(), in.session().expiresAt()));
    } else if (answer instanceof LoginAnswer.TooMany many) {
      throw tooMany(many.retryAfter()).refusal();
    } else if (answer instanceof LoginAnswer.TooManySessions) {
      throw Problem.because(429, "too-many", "too-many-sessions")
          .with("Retry-After", "10")
          .refusal();
    } else if (answer instanceof LoginAnswer.NotForMachines) {
      throw Problem.of(403, "forbidden").refusal();
    } else {
      throw Problem.of(401, "wrong-login").refusal();
    }
  }

  static Problem tooMany(Duration retryAfter) {
    return Problem.of(429, "too-many")
        .with("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds() + 1)));
  }

  private void who(Call call) {
    call.send(200, who(call.person(), call.session().map(Session::expiresAt).orElse(null)));
  }

  private Who who(Person person, @Nullable Instant expiresAt) {
    Optional<StationFacts.ServiceFacts> service = station.findService(person.service());
    Set<Permission> permissions = new TreeSet<>();
    person.roles().forEach(role -> permissions.addAll(Rights.of(role)));
    return new Who(
        person.id(),
        person.name(),
        new TreeSet<>(person.roles()),
        person.service(),
        service.map(StationFacts.ServiceFacts::name).orElse(""),
        service.map(one -> one.type().text()).orElse(""),
        person.commune(),
        permissions,
        expiresAt,
        new StationView(station.id(), station.name(), station.language()));
  }

  private void logOut(Call call) {
    Gate.secret(call.context()).ifPresent(door::leave);
    call.response()
        .setStatusCode(204)
        .putHeader("Set-Cookie", cookie(call, "") + "; Max-Age=0")
        .end();
  }

  /** Secure comes with TLS, without which only loopback is listened on. */
  private static String cookie(Call call, String secret) {
    return Gate.cookieName(call.context().request())
        + "="
        + secret
        + "; HttpOnly; SameSite=Strict; Path=/";
  }
}
