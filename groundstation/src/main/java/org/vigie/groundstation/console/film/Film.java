package org.vigie.groundstation.console.film;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.VideoConnection;
import org.vigie.groundstation.client.VideoStatus;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;
import org.vigie.groundstation.picture.VideoCodec;
import org.vigie.groundstation.picture.VideoView;
import org.vigie.groundstation.time.StationClock;

/**
 * Decodes one source. Every access unit is decoded, since each builds on those before; only the
 * newest becomes a picture. When decoding cannot keep up or a unit is broken, it goes on at the
 * next key frame.
 *
 * @threading the listener's methods on the connection's threads, decoding on a thread of its own,
 *     {@link #picture} on the event thread
 */
public final class Film implements VideoConnection.Listener, AutoCloseable {
  /** Two seconds at 25 a second: a join's burst of one group of pictures fits twice. */
  private static final int WAITING_MAX = 64;

  /** A picture is made at least this often while a burst is worked off. */
  private static final Duration SHOW_AT_LEAST = Duration.ofMillis(200);

  /** Told that there is something new to show; any thread, at once. */
  public interface Watcher {
    void changed();
  }

  /** Told which picture was decoded, for the acknowledgement. */
  public interface Acknowledger {
    void acknowledge(long ptsUs, int queue, long lagMs);
  }

  /** An access unit on its way to the decoder. */
  private static final class Unit {
    private final FrameHeader header;
    private final byte[] payload;
    private final Instant at;

    Unit(FrameHeader header, byte[] payload, Instant at) {
      this.header = header;
      this.payload = payload;
      this.at = at;
    }
  }

  private final StationClock clock;
  private final Watcher watcher;
  private final BlockingQueue<Unit> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final Pictures pictures = new Pictures();
  private final CaptureClock captures = new CaptureClock();
  private final Thread thread;
  private volatile Acknowledger acknowledger = (pts, queue, lag) -> {};
  private volatile int width = 640;
  private volatile int height = 360;
  private volatile boolean open = true;
  private volatile boolean needKey = true;
  private volatile VideoStatus status = VideoStatus.of(VideoStatus.Kind.CONNECTING);
  private volatile @Nullable VideoView source;
  private volatile boolean unable;
  private @Nullable Decoder decoder;
  private int epoch = -1;
  private Instant lastShown = Instant.MIN;

  public Film(StationClock clock, String name, Watcher watcher) {
    this.clock = clock;
    this.watcher = watcher;
    this.thread = new Thread(this::run, "film-" + name);
    this.thread.setDaemon(true);
    this.thread.start();
  }

  /** Where acknowledgements go. */
  public void acknowledgeTo(Acknowledger to) {
    acknowledger = to;
  }

  /** The place that pictures are brought to, in pixels of the screen. */
  public void size(int widthPx, int heightPx) {
    width = Math.max(16, widthPx);
    height = Math.max(16, heightPx);
  }

  /** The newest picture, absent before the first and when the right to it has ended. */
  public @Nullable Picture picture() {
    return gone(status.kind()) ? null : pictures.take();
  }

  /** Nobody may look any more, or there is nothing to look at: the last picture goes too. */
  private static boolean gone(VideoStatus.Kind kind) {
    return kind == VideoStatus.Kind.REFUSED
        || kind == VideoStatus.Kind.NO_FLIGHT
        || kind == VideoStatus.Kind.ABSENT;
  }

  public VideoStatus status() {
    return status;
  }

  /** What the station last said of the source, absent before. */
  public @Nullable VideoView source() {
    return source;
  }

  /** Whether this machine cannot decode what comes. */
  public boolean unable() {
    return unable;
  }

  @Override
  public void frame(FrameHeader header, byte[] payload, Instant at) {
    if (header.type() == FrameType.ACCESS_UNIT) {
      captures.heard(header.captureUtcUs(), at);
    }
    if (header.type() != FrameType.ACCESS_UNIT || header.damaged() || (needKey && !header.key())) {
      return;
    }
    needKey = false;
    if (!waiting.offer(new Unit(header, payload, at))) {
      waiting.clear(); // behind by seconds: only the next key frame is worth waiting for
      needKey = true;
    }
  }

  @Override
  public void source(FrameHeader header, VideoView view, Instant at) {
    captures.status(header.captureUtcUs(), at);
    source = view;
    watcher.changed();
  }

  @Override
  public void status(VideoStatus next) {
    status = next;
    if (gone(next.kind())) {
      waiting.clear();
      pictures.clear();
    } else if (next.kind() == VideoStatus.Kind.CONNECTING) {
      captures.forget();
    }
    needKey = needKey || next.kind() != VideoStatus.Kind.OPEN;
    watcher.changed();
  }

  private void run() {
    try {
      while (open) {
        Unit unit = waiting.poll(1, TimeUnit.SECONDS);
        if (unit != null) {
          show(unit);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      drop();
    }
  }

  private void show(Unit unit) {
    try {
      if (!decode(unit)) {
        return;
      }
      Instant now = clock.now();
      boolean last = waiting.isEmpty();
      if (last || Duration.between(lastShown, now).compareTo(SHOW_AT_LEAST) > 0) {
        publish(unit, now);
      }
      acknowledger.acknowledge(
          unit.header.ptsUs(), waiting.size(), Duration.between(unit.at, now).toMillis());
    } catch (IllegalStateException e) {
      drop();
      needKey = true;
    } catch (LinkageError e) {
      unable = true; // no FFmpeg for this machine; everything else works on
      needKey = true;
      watcher.changed();
    }
  }

  private boolean decode(Unit unit) {
    Decoder now = decoder;
    if (now == null || unit.header.epoch() != epoch) {
      drop();
      if (!unit.header.key()) {
        needKey = true;
        return false;
      }
      VideoCodec codec = unit.header.codec();
      now = new Decoder(codec);
      decoder = now;
      epoch = unit.header.epoch();
    }
    return now.decode(unit.payload, unit.header.ptsUs());
  }

  private void publish(Unit unit, Instant now) {
    Decoder from = decoder;
    if (from == null) {
      return;
    }
    double fit = Math.min(width / (double) from.width(), height / (double) from.height());
    int wide = Math.max(2, (int) Math.round(from.width() * fit));
    int high = Math.max(2, (int) Math.round(from.height() * fit));
    from.copy(wide, high, pictures.back(wide, high));
    if (!gone(status.kind())) {
      pictures.publish(captures.taken(unit.header.captureUtcUs()));
    }
    lastShown = now;
    watcher.changed();
  }

  private void drop() {
    if (decoder != null) {
      decoder.close();
      decoder = null;
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
