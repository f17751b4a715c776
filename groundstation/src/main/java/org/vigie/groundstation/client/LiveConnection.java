package org.vigie.groundstation.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/live}: a snapshot each second, and the word that the pilot is there. Comes back by
 * itself, and counts a connection that says nothing for five seconds as broken.
 *
 * @threading its state is confined to the client's timer thread; the listener is called there
 */
public final class LiveConnection implements AutoCloseable {
  /** Five snapshots missed. */
  static final Duration SILENCE_MAX = Duration.ofSeconds(5);

  /** Twice as often as asked for: a demonstration's station ages everything faster. */
  private static final Duration PRESENCE = Duration.ofMillis(500);

  private static final String PRESENT = "{\"type\":\"present\"}";

  /** RFC 6455 section 7.4.1: the station closes with it for several reasons. */
  private static final int POLICY = 1008;

  /** The one reason that stays: this person commands no flights. */
  private static final String NO_PILOT = "only a pilot can be present";

  /** Who hears of it; calls are short. */
  public interface Listener {
    void snapshot(Snapshot snapshot, Instant at);

    void status(LiveStatus status);
  }

  private final StationClient client;
  private final Listener listener;
  private final BooleanSupplier present;
  private final ScheduledExecutorService timer;
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
  private volatile @Nullable Link link;
  private boolean open;
  private volatile boolean closed;
  private boolean mayBePresent = true;
  private Instant lastHeard;
  private @Nullable Future<?> ticking;

  LiveConnection(StationClient client, Listener listener, BooleanSupplier present) {
    this.client = client;
    this.listener = listener;
    this.present = present;
    this.timer = client.timer();
    this.lastHeard = client.clock().now();
  }

  void start() {
    run(
        () -> {
          ticking =
              timer.scheduleAtFixedRate(
                  this::tick, PRESENCE.toMillis(), PRESENCE.toMillis(), TimeUnit.MILLISECONDS);
          connect();
        });
  }

  /** One WebSocket, from its opening to its end. */
  private final class Link extends WholeMessages {
    private @Nullable WebSocket socket;
    private @Nullable TextSender sender;

    Link(LiveConnection connection) {
      super((code, reason) -> connection.run(() -> connection.closedBy(code, reason)));
    }

    @Override
    void text(String message) {
      try {
        Members body = Members.parse(message);
        if (body.text("type").equals("snapshot")) {
          Snapshot snapshot = Snapshot.of(body);
          Instant at = client.clock().now();
          run(() -> heard(this, snapshot, at));
        }
      } catch (JsonProcessingException e) {
        run(() -> ended(Failures.BROKEN, 0));
      }
    }
  }

  private void connect() {
    if (closed) {
      return;
    }
    Link next = new Link(this);
    link = next;
    lastHeard = client.clock().now();
    CompletableFuture<?> unused =
        client
            .webSocket()
            .buildAsync(client.address().webSocket("/api/live"), next)
            .whenComplete(
                (socket, error) ->
                    run(
                        () -> {
                          if (error == null) {
                            opened(next, socket);
                          } else if (link == next) {
                            ended(Failures.code(error), Failures.status(error));
                          }
                        }));
  }

  private void opened(Link which, WebSocket socket) {
    if (closed || link != which) {
      socket.abort();
      return;
    }
    which.socket = socket;
    which.sender = new TextSender(socket);
  }

  private void heard(Link which, Snapshot snapshot, Instant at) {
    if (closed || link != which) {
      return;
    }
    lastHeard = at;
    if (!open) {
      open = true;
      backoff.reset();
      listener.status(new LiveStatus(true, at, "", 0));
    }
    listener.snapshot(snapshot, at);
  }

  private void closedBy(int code, String reason) {
    if (code == POLICY && reason.equals(NO_PILOT)) {
      mayBePresent = false; // watching on is fine
    }
    ended(Failures.BROKEN, 0);
  }

  private void ended(String why, int status) {
    Link was = link;
    if (closed || was == null) {
      return;
    }
    link = null;
    if (was.socket != null) {
      was.socket.abort();
    }
    open = false;
    listener.status(new LiveStatus(false, client.clock().now(), why, status));
    Future<?> unused =
        timer.schedule(this::connect, backoff.next().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    Link now = link;
    if (now == null) {
      return;
    }
    if (Duration.between(lastHeard, client.clock().now()).compareTo(SILENCE_MAX) > 0) {
      ended(Failures.SILENT, 0);
    } else if (open && mayBePresent && now.sender != null && present.getAsBoolean()) {
      now.sender.send(PRESENT);
    }
  }

  private void run(Runnable task) {
    try {
      timer.execute(task);
    } catch (RejectedExecutionException e) {
      closed = true; // the client is closed: nobody listens any more
    }
  }

  @Override
  public void close() {
    run(
        () -> {
          closed = true;
          if (ticking != null) {
            ticking.cancel(false);
          }
          if (link != null && link.socket != null) {
            link.socket.abort();
          }
        });
  }
}
