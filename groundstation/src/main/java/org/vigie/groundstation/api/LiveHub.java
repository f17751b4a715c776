package org.vigie.groundstation.api;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Rights;
import org.vigie.groundstation.access.Session;
import org.vigie.groundstation.dispatch.IncidentView;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.journal.Entry;

/**
 * The live picture: everyone who watches, the snapshot of each second, and the news of the journal.
 * Confined to the server's event loop, but for {@link #entryDurable}.
 */
final class LiveHub {
  /** Closed flights, dismissed and closed incidents in a snapshot; the rest is a request away. */
  private static final int OVER_MAX = 50;

  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);

  private final ApiPorts ports;
  private final LiveLimits limits;
  private final EntryRing ring = new EntryRing();
  private final Vertx vertx;
  private final Context loop;
  private final AutoCloseable listening;
  private final Set<LiveClient> clients = new LinkedHashSet<>();
  private final AtomicBoolean news = new AtomicBoolean();
  private final long timer;
  private final Predicate<String> lives;
  private long slowClosed;

  /**
   * A picture that nobody watches yet.
   *
   * @param lives whether the session of an id is there
   */
  LiveHub(ApiPorts ports, LiveLimits limits, Vertx vertx, Context loop, Predicate<String> lives) {
    this.lives = lives;
    this.ports = ports;
    this.limits = limits;
    this.vertx = vertx;
    this.loop = loop;
    this.listening = ports.journal().listen(this::entryDurable);
    ring.atLeast(ports.journal().size());
    this.timer = vertx.setPeriodic(limits.tick().toMillis(), id -> loop.runOnContext(v -> tick()));
  }

  /** Operation {@code GET /api/live}. */
  Operation operation() {
    return Operation.get("/api/live", Permission.WATCH_LIVE, this::open);
  }

  private void open(Call call) {
    long after = call.query("after", Long.MAX_VALUE, -1, Long.MAX_VALUE - 1);
    if (after != Long.MAX_VALUE && after >= ring.size()) {
      throw Problem.field("after", "field.beyond-journal", Long.toString(ring.size() - 1))
          .refusal();
    }
    if (!call.context().request().canUpgradeToWebSocket()) {
      throw Problem.of(426, "not-websocket").with("Upgrade", "websocket").refusal();
    }
    if (clients.size() >= limits.clientsMax()) {
      throw Problem.because(503, "unavailable", "too-many-viewers")
          .with("Retry-After", "10")
          .refusal();
    }
    Person person = call.person();
    String session = call.session().map(Session::id).orElse("");
    call.context()
        .request()
        .toWebSocket()
        .onSuccess(socket -> joined(socket, person, session, after))
        .onFailure(cause -> LOG.info("a live client did not connect: {}", cause.toString()));
  }

  /** On the loop, where the news of a session that ends from now on comes after this. */
  void joined(ServerWebSocket socket, Person person, String session, long after) {
    if (!session.isEmpty() && !lives.test(session)) {
      socket.close((short) VideoAdmission.RIGHT_ENDED, "session-ended");
      return;
    }
    long from = after == Long.MAX_VALUE ? ring.size() : after + 1;
    boolean reads = Rights.may(person, Permission.READ_JOURNAL);
    LiveClient client =
        new LiveClient(socket, person, session, reads ? from : LiveClient.NO_ENTRIES, this);
    clients.add(client);
    client.begin();
    client.snapshot(snapshot());
  }

  private void tick() {
    String snapshot = clients.isEmpty() ? "" : snapshot();
    for (LiveClient client : new ArrayList<>(clients)) {
      client.tick(snapshot);
    }
  }

  private String snapshot() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "snapshot");
    members.put("time", ports.clock().now());
    members.put("wall", ports.wall().now());
    members.put("vehicles", ports.desk().vehicles());
    members.put("flights", current(ports.desk().flights(), f -> f.state() != FlightState.CLOSED));
    members.put("videos", ports.pictures().video().views());
    members.put("incidents", current(ports.desk().incidents(), LiveHub::open));
    return ViewJson.write(members);
  }

  private static boolean open(IncidentView incident) {
    return switch (incident.state()) {
      case REPORTED, UNDER_VERIFICATION, CONFIRMED -> true;
      case DISMISSED, CLOSED -> false;
    };
  }

  /** All that is open and the last few that are not: what a screen shows, each second. */
  private static <T> List<T> current(List<T> all, Predicate<T> open) {
    long over = all.stream().filter(open.negate()).count() - OVER_MAX;
    List<T> shown = new ArrayList<>();
    for (T one : all) {
      if (open.test(one) || over-- <= 0) {
        shown.add(one);
      }
    }
    return shown;
  }

  /** On the journal's thread: remembers and returns. */
  private void entryDurable(Entry entry) {
    ring.add(entry);
    if (news.compareAndSet(false, true)) {
      loop.runOnContext(v -> tell());
    }
  }

  private void tell() {
    news.set(false);
    for (LiveClient client : new ArrayList<>(clients)) {
      client.pump();
    }
  }

  EntryRing ring() {
    return ring;
  }

  LiveLimits limits() {
    return limits;
  }

  ApiPorts ports() {
    return ports;
  }

  Vertx vertx() {
    return vertx;
  }

  /** Ids of the sessions in which someone is connected. */
  Set<String> sessions() {
    return clients.stream().map(LiveClient::session).collect(Collectors.toSet());
  }

  /** A session is over, and its connections with it. On any thread. */
  void sessionEnded(Session session) {
    loop.runOnContext(
        v ->
            new ArrayList<>(clients)
                .stream()
                    .filter(client -> client.session().equals(session.id()))
                    .forEach(LiveClient::sessionEnded));
  }

  void left(LiveClient client) {
    clients.remove(client);
  }

  void countSlow() {
    slowClosed++;
  }

  List<MetricsSource.Metric> metrics() {
    return List.of(
        new MetricsSource.Metric(
            "vigie_api_live_clients",
            "Live connections now.",
            MetricsSource.Kind.GAUGE,
            Map.of(),
            clients.size()),
        new MetricsSource.Metric(
            "vigie_api_live_slow_closed_total",
            "Live connections closed because they did not keep up.",
            MetricsSource.Kind.COUNTER,
            Map.of(),
            slowClosed));
  }

  /** Says good-bye to everyone; on any thread but the loop, before the server closes. */
  void stop() {
    vertx.cancelTimer(timer);
    try {
      listening.close();
    } catch (Exception e) {
      LOG.warn("the journal did not let the live picture go", e);
    }
    loop.runOnContext(v -> new ArrayList<>(clients).forEach(LiveClient::stop));
  }
}
