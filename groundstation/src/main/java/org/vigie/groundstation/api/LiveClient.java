package org.vigie.groundstation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Rights;
import org.vigie.groundstation.journal.Entry;

/**
 * One who watches. Entries are pulled, from the ring or the journal, as fast as the client takes
 * them: nothing piles up for it but its bounded queue. Confined to the server's event loop.
 */
final class LiveClient {
  /** Position of a client who may not read the journal. */
  static final long NO_ENTRIES = Long.MAX_VALUE;

  /** Between two looks at the queue. */
  private static final int BATCH = 64;

  /**
   * Close codes.
   *
   * @source RFC 6455 section 7.4.1; 1013 in the IANA WebSocket close code registry
   */
  private static final short GOING_AWAY = 1001;

  private static final short UNSUPPORTED = 1003;
  private static final short POLICY = 1008;
  private static final short INTERNAL = 1011;
  private static final short TRY_AGAIN_LATER = 1013;

  private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);

  private final ServerWebSocket socket;
  private final Person person;
  private final String session;
  private final LiveHub hub;
  private long next;
  private boolean reading;
  private boolean drained;
  private boolean leaving;
  private int stalledTicks;
  private int inputs;

  LiveClient(ServerWebSocket socket, Person person, String session, long from, LiveHub hub) {
    this.socket = socket;
    this.person = person;
    this.session = session;
    this.next = from;
    this.hub = hub;
  }

  /** Id of the session in which they connected, empty when it was with a token. */
  String session() {
    return session;
  }

  void begin() {
    socket.setWriteQueueMaxSize(hub.limits().queueBytesMax());
    socket.closeHandler(
        v -> {
          leaving = true;
          hub.left(this);
        });
    socket.exceptionHandler(this::broke);
    socket.textMessageHandler(this::heard);
    socket.binaryMessageHandler(bytes -> leave(UNSUPPORTED, "only text is understood here"));
    socket.drainHandler(
        v -> {
          drained = true;
          pump();
        });
    pump();
  }

  /** A connection that went away needs no more; any other fault of its own ends it. */
  private void broke(Throwable cause) {
    if (!(cause instanceof HttpClosedException)) {
      LOG.info("live client {}: {}", person.id(), cause.toString());
      leave(POLICY, "a message that is too large or broken");
    }
  }

  /** Sends what is new until the queue is full; called again when it drains or news come. */
  void pump() {
    while (!leaving && !reading && next < hub.ring().size() && !socket.writeQueueFull()) {
      Optional<List<Entry>> batch = hub.ring().from(next, BATCH);
      if (batch.isEmpty()) {
        readBack();
      } else {
        send(batch.get());
      }
    }
  }

  private void readBack() {
    reading = true;
    hub.vertx()
        .executeBlocking(() -> hub.ports().journal().read(next, BATCH), false)
        .onSuccess(
            entries -> {
              reading = false;
              send(entries);
              if (entries.isEmpty()) {
                leave(INTERNAL, "the journal does not have these entries");
              }
              pump();
            })
        .onFailure(
            cause -> {
              reading = false;
              LOG.error("the journal did not answer a live client", cause);
              leave(INTERNAL, "the journal does not answer");
            });
  }

  private void send(List<Entry> entries) {
    for (Entry entry : entries) {
      write("{\"type\":\"entry\",\"entry\":" + entry.canonical() + "}");
      next = entry.position() + 1;
    }
  }

  void snapshot(String snapshot) {
    write(snapshot);
  }

  void tick(String snapshot) {
    inputs = 0;
    if (!socket.writeQueueFull()) {
      stalledTicks = 0;
      snapshot(snapshot);
    } else if (drained) {
      stalledTicks = 0;
    } else if (++stalledTicks >= hub.limits().stalledTicksMax()) {
      hub.countSlow();
      leave(TRY_AGAIN_LATER, "too slow: the outbound queue stayed full");
    }
    drained = false;
  }

  private void write(String text) {
    if (!leaving && !socket.isClosed()) {
      socket.writeTextMessage(text);
    }
  }

  private void heard(String text) {
    if (leaving) {
      return;
    }
    if (++inputs > hub.limits().inputsMax()) {
      leave(POLICY, "too many messages");
      return;
    }
    try {
      ObjectNode message = JsonBody.read(text.getBytes(StandardCharsets.UTF_8));
      if (message.size() != 1 || !"present".equals(message.path("type").textValue())) {
        leave(POLICY, "only {\"type\":\"present\"} is understood here");
      } else if (!Rights.may(person, Permission.COMMAND_FLIGHT)) {
        leave(POLICY, "only a pilot can be present");
      } else {
        hub.ports().desk().present(person);
      }
    } catch (Problem.Refusal e) {
      leave(POLICY, "not a JSON object");
    }
  }

  void sessionEnded() {
    leave((short) VideoAdmission.RIGHT_ENDED, "session-ended");
  }

  void stop() {
    leave(GOING_AWAY, "the station is stopping");
  }

  private void leave(short code, String reason) {
    if (leaving) {
      return;
    }
    leaving = true;
    LOG.info("live client {} is closed: {}", person.id(), reason);
    socket.close(code, reason);
  }
}
