package org.vigie.groundstation.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;
import org.vigie.groundstation.picture.VideoView;

/**
 * {@code /video/{source}}: asks for the right first, since only that answer carries the reason of a
 * refusal; then frames, until it is closed. Comes back by itself after a break, but not after a
 * refusal: the station writes each of them down, so only a person asks again.
 *
 * @threading its state is confined to the client's timer thread; frames are handed over on the
 *     connection's own thread, one at a time, in order
 */
public final class VideoConnection implements AutoCloseable {
  /** A source that says nothing flies, or a station without video, is asked again after this. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

  /** The station says each second how the source is doing. */
  private static final Duration SILENCE_MAX = Duration.ofSeconds(5);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  /** The station's own close code: the right to watch has ended. */
  private static final int RIGHT_ENDED = 4401;

  /** Who hears of it. */
  public interface Listener {
    /** A frame with its payload and when it came; CONFIG and access units only. */
    void frame(FrameHeader header, byte[] payload, Instant at);

    /** How the source is doing, in the station's words; its header says when they were sent. */
    void source(FrameHeader header, VideoView view, Instant at);

    void status(VideoStatus status);
  }

  private final StationClient client;
  private final String source;
  private final Listener listener;
  private final ScheduledExecutorService timer;
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
  private volatile @Nullable Link link;
  private volatile boolean closed;
  private volatile Instant lastHeard;
  private volatile @Nullable TextSender sender;
  private @Nullable Future<?> looking;

  VideoConnection(StationClient client, String source, Listener listener) {
    this.client = client;
    this.source = source;
    this.listener = listener;
    this.timer = client.timer();
    this.lastHeard = client.clock().now();
  }

  void start() {
    run(
        () -> {
          looking =
              timer.scheduleAtFixedRate(
                  this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
          ask();
        });
  }

  /** One WebSocket, from its opening to its end. */
  private final class Link extends WholeMessages {
    private @Nullable WebSocket socket;

    Link(VideoConnection connection) {
      super((code, reason) -> connection.run(() -> connection.ended(code, reason)));
    }

    @Override
    void binary(byte[] message) {
      if (closed || link != this) {
        return;
      }
      Instant at = client.clock().now();
      lastHeard = at;
      try {
        FrameHeader header = FrameHeader.read(ByteBuffer.wrap(message));
        byte[] payload = new byte[message.length - FrameHeader.BYTES];
        System.arraycopy(message, FrameHeader.BYTES, payload, 0, payload.length);
        if (header.type() == FrameType.STATUS) {
          status(header, payload, at);
        } else if (header.type() != FrameType.KLV) {
          listener.frame(header, payload, at);
        }
      } catch (IllegalArgumentException e) {
        // a frame of a kind that is newer than this program: passed over
      }
    }

    private void status(FrameHeader header, byte[] payload, Instant at) {
      try {
        VideoView view = Snapshot.video(Members.parse(new String(payload, StandardCharsets.UTF_8)));
        if (view != null) {
          listener.source(header, view, at);
        }
      } catch (JsonProcessingException e) {
        // the next one comes in a second
      }
    }
  }

  /** Says that a frame was shown, so that the station knows how far behind this screen is. */
  public void acknowledge(long ptsUs, int queue, long lagMs) {
    TextSender open = sender;
    if (open != null) {
      open.send(
          "{\"type\":\"ack\",\"ptsUs\":"
              + ptsUs
              + ",\"queue\":"
              + queue
              + ",\"lagMs\":"
              + Math.max(0, lagMs)
              + "}");
    }
  }

  private void ask() {
    if (closed) {
      return;
    }
    tell(VideoStatus.of(VideoStatus.Kind.CONNECTING));
    CompletableFuture<?> unused =
        client.mayWatch(source).thenAccept(reply -> run(() -> answered(reply)));
  }

  private void answered(Reply<Boolean> reply) {
    if (closed) {
      return;
    }
    if (reply instanceof Reply.Refused<Boolean> refused) {
      Problem problem = refused.problem();
      if (problem.status() == FORBIDDEN) {
        tell(new VideoStatus(VideoStatus.Kind.REFUSED, problem.words(), problem.article()));
        return;
      }
      tell(
          VideoStatus.of(
              problem.status() == CONFLICT
                  ? VideoStatus.Kind.NO_FLIGHT
                  : problem.absent() ? VideoStatus.Kind.ABSENT : VideoStatus.Kind.CONNECTING));
      again(ASK_AGAIN);
    } else if (reply instanceof Reply.Away<Boolean>) {
      again(backoff.next());
    } else {
      connect();
    }
  }

  private void connect() {
    Link next = new Link(this);
    link = next;
    lastHeard = client.clock().now();
    String path = "/video/" + StationClient.segment(source);
    CompletableFuture<?> unused =
        client
            .webSocket()
            .buildAsync(client.address().webSocket(path), next)
            .whenComplete((socket, error) -> run(() -> joined(next, socket, error)));
  }

  private void joined(Link which, @Nullable WebSocket socket, @Nullable Throwable error) {
    if (error != null || socket == null) {
      if (link == which) {
        ended(0, "");
      }
    } else if (closed || link != which) {
      socket.abort();
    } else {
      which.socket = socket;
      TextSender open = new TextSender(socket);
      open.send("{\"type\":\"caps\",\"codecs\":[\"H264\",\"H265\"]}");
      sender = open;
      backoff.reset();
      tell(VideoStatus.of(VideoStatus.Kind.OPEN));
    }
  }

  private void ended(int code, String reason) {
    Link was = link;
    if (closed || was == null) {
      return;
    }
    link = null;
    sender = null;
    if (was.socket != null) {
      was.socket.abort();
    }
    if (code == RIGHT_ENDED) {
      tell(new VideoStatus(VideoStatus.Kind.ENDED, reason, ""));
    } else {
      tell(VideoStatus.of(VideoStatus.Kind.CONNECTING));
      again(backoff.next());
    }
  }

  private void again(Duration after) {
    Future<?> unused = timer.schedule(this::ask, after.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (link != null
        && Duration.between(lastHeard, client.clock().now()).compareTo(SILENCE_MAX) > 0) {
      ended(0, "");
    }
  }

  private void tell(VideoStatus status) {
    listener.status(status);
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
    closed = true;
    run(
        () -> {
          if (looking != null) {
            looking.cancel(false);
          }
          sender = null;
          if (link != null && link.socket != null) {
            link.socket.abort();
          }
        });
  }
}
