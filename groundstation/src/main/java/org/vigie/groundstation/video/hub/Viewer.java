package org.vigie.groundstation.video.hub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.time.WallClock;

/** A viewer's end of its connection. Confined to the channel's event loop but for its figures. */
final class Viewer implements ViewerSession {
  /** How long a peer that does not read may delay the end of its connection. */
  private static final long CLOSE_PATIENCE_MS = 1000;

  /** Acknowledgements of 60 pictures a second, three times over. */
  private static final int MESSAGES_PER_SECOND_MAX = 200;

  private static final long SECOND_NS = 1_000_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);

  private final Channel channel;
  private final ViewerPacing pacing;
  private final WallClock clock;
  private final HubCounters counters;
  private final Consumer<ViewerEnd> whenEnded;
  private final Consumer<Viewer> whenGone;
  private @Nullable ChannelHandlerContext context;
  private byte @Nullable [] configSent;
  private long joinedAt;
  private long secondBegan;
  private int messages;
  private boolean struggles;
  private boolean told;
  private int endCode;
  private String endReason = "";
  private volatile boolean cut;
  private volatile long framesSent;
  private volatile long bytesSent;
  private volatile ViewerState state = ViewerState.WAIT_KEY;

  Viewer(
      Channel channel,
      ViewerOptions options,
      WallClock clock,
      HubCounters counters,
      Consumer<ViewerEnd> whenEnded,
      Consumer<Viewer> whenGone) {
    this.channel = channel;
    this.pacing = new ViewerPacing(options.damage());
    this.clock = clock;
    this.counters = counters;
    this.whenEnded = whenEnded;
    this.whenGone = whenGone;
  }

  Channel channel() {
    return channel;
  }

  void attached(ChannelHandlerContext at) {
    context = at;
  }

  /** Gives the units since the last key, releasing them; later units come by {@link #offer}. */
  void join(List<SharedFrame> burst, byte @Nullable [] config, long serial) {
    joinedAt = serial;
    long now = clock.monotonicNs();
    if (config != null) {
      sendConfig(config);
    }
    for (SharedFrame frame : burst) {
      if (isOpen() && pacing.joins(frame.facts(), now)) {
        send(frame);
      }
      frame.release();
    }
    flush();
  }

  /** Gives a unit, if the viewer is to have it; keeps no hold of it. */
  void offer(SharedFrame frame) {
    if (!isOpen() || frame.serial() <= joinedAt) {
      return;
    }
    long now = clock.monotonicNs();
    long before = pacing.resyncs();
    if (pacing.sends(frame.facts(), channel.isWritable(), now)) {
      send(frame);
      flush();
    }
    counters.resyncs.add(pacing.resyncs() - before);
    state = pacing.state();
  }

  /** The loop was too busy to take units. */
  void missed() {
    long before = pacing.resyncs();
    pacing.missed(clock.monotonicNs());
    counters.resyncs.add(pacing.resyncs() - before);
    state = pacing.state();
  }

  /** Gives a frame that stands for itself, unless the way is blocked. */
  void offerAside(byte[] frame, boolean liveOnly) {
    boolean wanted = !liveOnly || pacing.state() == ViewerState.LIVE;
    if (isOpen() && wanted && channel.isWritable()) {
      write(Unpooled.wrappedBuffer(frame));
      flush();
    }
  }

  /** Once a second: how it does. */
  void tick(byte[] status, byte[] statusOfSlow) {
    long now = clock.monotonicNs();
    if (isOpen() && pacing.isSilent(now)) {
      counters.silentViewers.increment();
      end(ViewerEnd.NO_ACK, "nothing acknowledged for 5 s");
      return;
    }
    setStruggles(isOpen() && pacing.isStruggling(now));
    offerAside(struggles ? statusOfSlow : status, false);
  }

  private void setStruggles(boolean now) {
    if (now != struggles) {
      struggles = now;
      counters.struggling.addAndGet(now ? 1 : -1);
    }
  }

  void received(String text) {
    long now = clock.monotonicNs();
    if (now - secondBegan >= SECOND_NS) {
      secondBegan = now;
      messages = 0;
    }
    if (++messages > MESSAGES_PER_SECOND_MAX) {
      end(ViewerEnd.REFUSED, "more than " + MESSAGES_PER_SECOND_MAX + " messages a second");
      return;
    }
    ViewerMessage message = ViewerMessage.read(text).orElse(null);
    if (message == null) {
      end(ViewerEnd.REFUSED, "not a message of a viewer");
      return;
    }
    switch (message.kind()) {
      case ACK -> pacing.acked(message.ptsUs(), now);
      case PAUSE -> pacing.pause();
      case RESUME -> pacing.resume();
      case OTHER -> {}
    }
    state = pacing.state();
  }

  void pong(byte[] payload) {
    if (isOpen() && channel.isWritable()) {
      write(Unpooled.wrappedBuffer(WebSocketBytes.pong(payload)));
      flush();
    }
  }

  private boolean isOpen() {
    return context != null && !cut && pacing.state() != ViewerState.ENDED && channel.isActive();
  }

  private void sendConfig(byte[] config) {
    if (configSent != config && isOpen()) {
      configSent = config;
      write(Unpooled.wrappedBuffer(config));
    }
  }

  private void send(SharedFrame frame) {
    sendConfig(frame.config());
    // the first picture of all follows nothing that could be missing
    boolean gap = pacing.leftOut() && framesSent > 0;
    write(gap ? frame.viewAfterGap() : frame.view());
    pacing.written();
    addFrame();
    counters.framesSent.increment();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others read
  private void addFrame() {
    framesSent++;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others read
  private void write(ByteBuf bytes) {
    ChannelHandlerContext at = context;
    if (at == null) {
      bytes.release();
      return;
    }
    int size = bytes.readableBytes();
    bytesSent += size;
    counters.bytesSent.add(size);
    ChannelFuture unused = at.write(bytes);
  }

  private void flush() {
    ChannelHandlerContext at = context;
    if (at != null) {
      at.flush();
    }
    state = pacing.state();
  }

  @Override
  public void cut(int code, String reason) {
    // from now on no task that waits in the loop gives it another picture
    cut = true;
    try {
      channel.eventLoop().execute(() -> end(code, reason));
    } catch (RejectedExecutionException e) {
      LOG.debug("the loop of a viewer ended before it");
    }
  }

  /** Says why, and closes; a peer that does not read is left alone after a second. */
  void end(int code, String reason) {
    if (pacing.state() == ViewerState.ENDED) {
      return;
    }
    endCode = code;
    endReason = reason;
    pacing.end();
    state = ViewerState.ENDED;
    ChannelHandlerContext at = context;
    if (at == null || !channel.isActive()) {
      gone();
      return;
    }
    ChannelFuture written =
        at.writeAndFlush(Unpooled.wrappedBuffer(WebSocketBytes.close(code, reason)));
    written.addListener(ChannelFutureListener.CLOSE);
    Future<?> unused =
        channel.eventLoop().schedule(this::closeNow, CLOSE_PATIENCE_MS, TimeUnit.MILLISECONDS);
  }

  private void closeNow() {
    ChannelFuture unused = channel.close();
  }

  /** The connection is no more. */
  void gone() {
    if (told) {
      return;
    }
    told = true;
    if (pacing.state() != ViewerState.ENDED) {
      endCode = ViewerEnd.VANISHED;
      endReason = "connection lost";
      pacing.end();
      state = ViewerState.ENDED;
    }
    setStruggles(false);
    whenGone.accept(this);
    whenEnded.accept(new ViewerEnd(endCode, endReason, framesSent, bytesSent));
  }

  @Override
  public long framesSent() {
    return framesSent;
  }

  @Override
  public long bytesSent() {
    return bytesSent;
  }

  @Override
  public ViewerState state() {
    return state;
  }
}
