package org.vigie.groundstation.video.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;
import org.vigie.groundstation.picture.PictureState;
import org.vigie.groundstation.picture.VideoCodec;
import org.vigie.groundstation.picture.VideoView;
import org.vigie.groundstation.time.WallClock;
import org.vigie.groundstation.video.nal.AccessUnit;
import org.vigie.groundstation.video.nal.PictureConfig;
import org.vigie.planner.canonical.CanonicalJson;

/**
 * Gives the pictures of one source to its viewers. One thread publishes, and never waits: each
 * event loop that has viewers gets one task a unit. Thread-safe.
 */
public final class StreamHub implements AutoCloseable {
  /** 200 of 2 Mbit/s are 400 Mbit/s; more people than a town has on duty. */
  public static final int VIEWERS_MAX = 200;

  /** How often {@link #tick} is to be called: a state that changes is told within that. */
  public static final long TICK_MS = 100;

  static final long STALE_NS = 500_000_000L;
  static final long LOST_NS = 1_000_000_000L;
  static final long STATUS_NS = 1_000_000_000L;

  /** One source a connection. */
  private static final int STREAM = 0;

  private static final double NS_PER_S = 1e9;

  private static final Logger LOG = LoggerFactory.getLogger(StreamHub.class);

  private final String source;
  private final WallClock clock;
  private final BooleanSupplier recording;
  private final ByteBufAllocator memory;
  private final HubCounters counters = new HubCounters();

  // under the lock of this
  private final GopRing ring = new GopRing();
  private final RateMeter rate = new RateMeter();
  private final Map<EventLoop, Shard> shards = new HashMap<>();
  private final Set<Viewer> viewers = new HashSet<>();
  private @Nullable PictureConfig config;
  private byte @Nullable [] configFrame;
  private @Nullable FrameHeader newest;
  private boolean begun;
  private long lastUnitNs;
  private long serial;
  private long statusNs;
  private PictureState told = PictureState.NONE;
  private boolean closed;

  /**
   * A hub without pictures yet.
   *
   * @param recording whether the source is being recorded now
   */
  public StreamHub(
      String source, WallClock clock, BooleanSupplier recording, ByteBufAllocator memory) {
    this.source = source;
    this.clock = clock;
    this.recording = recording;
    this.memory = memory;
    this.statusNs = clock.monotonicNs();
  }

  /** Gives a unit to everyone; from the source's thread. */
  public synchronized void publish(AccessUnit unit) {
    if (closed) {
      return;
    }
    long now = clock.monotonicNs();
    FrameHeader header =
        new FrameHeader(
            FrameType.ACCESS_UNIT,
            unit.config().codec(),
            unit.key(),
            unit.damaged(),
            unit.discontinuity(),
            STREAM,
            unit.epoch(),
            unit.sequence(),
            unit.ptsUs(),
            unit.captureUtcUs());
    byte[] before = configFrame;
    if (unit.startsEpoch() || before == null) {
      ring.clear();
      config = unit.config();
      before = frame(header, FrameType.CONFIG, configJson(unit.config()));
      configFrame = before;
    }
    begun = true;
    newest = header;
    lastUnitNs = now;
    rate.add(unit.bytes().length, now);
    counters.unitsPublished.increment();
    SharedFrame frame = SharedFrame.of(memory, header, ++serial, before, unit.bytes());
    ring.add(frame);
    shards.values().forEach(shard -> shard.publish(frame));
    frame.release();
  }

  /** Gives a packet of metadata to those who are up to date; from the source's thread. */
  public synchronized void publishKlv(byte[] klv, long ptsUs, long captureUtcUs) {
    FrameHeader at = newest;
    if (at == null || closed) {
      return;
    }
    FrameHeader header =
        new FrameHeader(
            FrameType.KLV,
            at.codec(),
            false,
            false,
            false,
            STREAM,
            at.epoch(),
            at.sequence(),
            ptsUs,
            captureUtcUs);
    byte[] frame = frame(header, FrameType.KLV, klv);
    shards.values().forEach(shard -> shard.each(viewer -> viewer.offerAside(frame, true)));
  }

  /** Tells viewers how the source does, and ends those that are silent. */
  public synchronized void tick() {
    long now = clock.monotonicNs();
    PictureState state = state(now);
    boolean changed = state != told;
    if (closed || (!changed && now - statusNs < STATUS_NS)) {
      return;
    }
    told = state;
    statusNs = now;
    VideoView view = view();
    ObjectNode json = CanonicalJson.mapper().valueToTree(view);
    FrameHeader header = statusHeader();
    byte[] status = frame(header, FrameType.STATUS, json(json));
    byte[] slow = frame(header, FrameType.STATUS, json(json.put("slow", true)));
    shards.values().forEach(shard -> shard.each(viewer -> viewer.tick(status, slow)));
  }

  private FrameHeader statusHeader() {
    FrameHeader at = newest;
    VideoCodec codec = at == null ? VideoCodec.H264 : at.codec();
    return new FrameHeader(
        FrameType.STATUS,
        codec,
        false,
        false,
        false,
        STREAM,
        at == null ? 0 : at.epoch(),
        at == null ? 0 : at.sequence(),
        at == null ? 0 : at.ptsUs(),
        clock.now().toEpochMilli() * 1000);
  }

  private PictureState state(long now) {
    if (!begun) {
      return PictureState.NONE;
    }
    long age = now - lastUnitNs;
    if (age >= LOST_NS) {
      return PictureState.LOST;
    }
    return age >= STALE_NS ? PictureState.STALE : PictureState.LIVE;
  }

  /** How the source does now. */
  public synchronized VideoView view() {
    long now = clock.monotonicNs();
    PictureConfig known = config;
    return new VideoView(
        source,
        state(now),
        begun ? (now - lastUnitNs) / NS_PER_S : null,
        known == null ? null : known.codec(),
        known == null ? 0 : known.width(),
        known == null ? 0 : known.height(),
        rate.framesPerSecond(now),
        rate.kilobitsPerSecond(now),
        viewers.size(),
        recording.getAsBoolean());
  }

  public synchronized HubFigures figures() {
    return new HubFigures(
        viewers.size(),
        counters.unitsPublished.sum(),
        counters.framesSent.sum(),
        counters.bytesSent.sum(),
        counters.resyncs.sum(),
        counters.struggling.get(),
        counters.silentViewers.sum(),
        counters.refusedViewers.sum(),
        counters.loopOverflows.sum(),
        ring.frames(),
        ring.bytes());
  }

  /** Whether one more viewer would be taken. */
  public synchronized boolean hasRoom() {
    return !closed && viewers.size() < VIEWERS_MAX;
  }

  /**
   * Takes over a connection whose WebSocket handshake was answered with 101, and gives it the
   * pictures: first how to decode them, then those since the last key, then each as it comes.
   *
   * @param whenEnded is told once, in the channel's event loop, also if there is no room
   */
  public ViewerSession join(Channel channel, ViewerOptions options, Consumer<ViewerEnd> whenEnded) {
    Viewer viewer = new Viewer(channel, options, clock, counters, whenEnded, this::leave);
    boolean room;
    synchronized (this) {
      room = hasRoom();
      if (room) {
        viewers.add(viewer);
      }
    }
    if (!room) {
      counters.refusedViewers.increment();
    }
    if (channel.eventLoop().inEventLoop()) {
      begin(viewer, room);
    } else {
      channel.eventLoop().execute(() -> begin(viewer, room));
    }
    return viewer;
  }

  /** In the viewer's event loop. */
  private void begin(Viewer viewer, boolean room) {
    if (!viewer.channel().isActive()) {
      viewer.gone();
      return;
    }
    try {
      ViewerChannel.install(viewer);
    } catch (RuntimeException e) {
      // the connection went away just now: options of a closed socket cannot be set
      LOG.debug("a viewer was gone before it could be served: {}", e.toString());
      viewer.gone();
      ChannelFuture unused = viewer.channel().close();
      return;
    }
    if (!room) {
      viewer.end(ViewerEnd.TRY_LATER, "no room for one more viewer");
      return;
    }
    List<SharedFrame> burst;
    byte[] first;
    long upTo;
    boolean stopped;
    synchronized (this) {
      // close() empties the ring and cuts whoever joined before it
      stopped = closed;
      // what a silent source sent last is old, and nobody who comes now could tell how old
      burst = state(clock.monotonicNs()) == PictureState.LIVE ? ring.retained() : List.of();
      first = configFrame;
      upTo = serial;
      EventLoop loop = viewer.channel().eventLoop();
      shards.computeIfAbsent(loop, one -> new Shard(one, counters)).add(viewer);
    }
    viewer.join(burst, first, upTo);
    if (stopped) {
      viewer.end(ViewerEnd.GOING_AWAY, "the station stops");
    }
  }

  /** In the viewer's event loop. */
  private synchronized void leave(Viewer viewer) {
    viewers.remove(viewer);
    EventLoop loop = viewer.channel().eventLoop();
    Shard shard = shards.get(loop);
    if (shard != null) {
      shard.remove(viewer);
      if (viewers.stream().noneMatch(other -> other.channel().eventLoop() == loop)) {
        shards.remove(loop);
      }
    }
  }

  /** The viewers are told that the station stops; nothing is published any more. */
  @Override
  public void close() {
    List<Viewer> all;
    synchronized (this) {
      closed = true;
      ring.clear();
      all = List.copyOf(viewers);
    }
    all.forEach(viewer -> viewer.cut(ViewerEnd.GOING_AWAY, "the station stops"));
  }

  private static byte[] frame(FrameHeader of, FrameType type, byte[] payload) {
    FrameHeader header =
        new FrameHeader(
            type,
            of.codec(),
            false,
            false,
            false,
            of.stream(),
            of.epoch(),
            of.sequence(),
            of.ptsUs(),
            of.captureUtcUs());
    ByteBuffer out = ByteBuffer.allocate(FrameHeader.BYTES + payload.length);
    header.write(out);
    return WebSocketBytes.binary(out.put(payload).array());
  }

  private static byte[] configJson(PictureConfig config) {
    ObjectNode json = CanonicalJson.mapper().createObjectNode();
    json.put("codec", config.name());
    json.put("width", config.width());
    json.put("height", config.height());
    return json(json);
  }

  private static byte[] json(ObjectNode node) {
    try {
      return CanonicalJson.mapper().writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that has no JSON", e);
    }
  }
}
