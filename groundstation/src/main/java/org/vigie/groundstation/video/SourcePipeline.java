package org.vigie.groundstation.video;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.time.WallClock;
import org.vigie.groundstation.video.hub.StreamHub;
import org.vigie.groundstation.video.nal.AccessUnit;
import org.vigie.groundstation.video.nal.PictureAssembler;
import org.vigie.groundstation.video.record.SourceRecorder;
import org.vigie.groundstation.video.source.TsUdpSource;
import org.vigie.groundstation.video.ts.TsCounters;
import org.vigie.groundstation.video.ts.TsDemuxer;
import org.vigie.groundstation.video.ts.TsSink;
import org.vigie.groundstation.video.ts.TsUnit;

/** One source from its socket to hub and recorder; its parts run in one event loop. */
final class SourcePipeline implements TsSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SourcePipeline.class);

  private static final long US_PER_S = 1_000_000;

  private final String id;
  private final WallClock clock;
  private final StreamHub hub;
  private final SourceRecorder recorder;
  private final TsDemuxer demuxer = new TsDemuxer(this);
  private final PictureAssembler pictures = new PictureAssembler(this::picture);
  private final TsUdpSource source;
  private final Future<?> ticker;

  // the event loop
  private @Nullable AccessUnit first;
  private boolean defective;
  private volatile TsCounters counters = demuxer.counters();
  private volatile long unready;
  private volatile long refused;

  SourcePipeline(
      VideoSource from,
      Path folder,
      Journal journal,
      StationClock stationClock,
      WallClock clock,
      EventLoop loop) {
    this.id = from.id();
    this.clock = clock;
    this.recorder = new SourceRecorder(from.id(), folder, journal, stationClock, clock);
    this.hub = new StreamHub(from.id(), clock, recorder::recording, PooledByteBufAllocator.DEFAULT);
    this.source =
        TsUdpSource.open(
            from.id(),
            new InetSocketAddress(from.host(), from.port()),
            loop,
            clock,
            this::datagram);
    this.ticker =
        loop.scheduleAtFixedRate(
            this::tick, StreamHub.TICK_MS, StreamHub.TICK_MS, TimeUnit.MILLISECONDS);
  }

  String id() {
    return id;
  }

  StreamHub hub() {
    return hub;
  }

  SourceRecorder recorder() {
    return recorder;
  }

  Optional<InetSocketAddress> boundTo() {
    return source.boundTo();
  }

  /** A timer that throws once never runs again, and with it states and slow viewers' ends. */
  private void tick() {
    try {
      hub.tick();
    } catch (RuntimeException e) {
      LOG.error("video {}: a tick met a defect", id, e);
    }
  }

  private void datagram(byte[] bytes, int length) {
    try {
      demuxer.datagram(bytes, 0, length, clock.monotonicNs());
    } catch (RuntimeException e) {
      // a defect of ours; the next datagram may fare better, and says so once
      if (!defective) {
        LOG.error("video {}: a datagram of {} bytes met a defect", id, length, e);
      }
      defective = true;
    }
    counters = demuxer.counters();
    unready = pictures.unready();
    refused = pictures.refused();
  }

  @Override
  public void packet(byte[] buffer, int offset, boolean unitStart) {
    recorder.packet(buffer, offset, unitStart);
  }

  @Override
  public void unit(TsUnit unit) {
    first = null;
    pictures.unit(unit, utcUs());
    byte[] sets = first != null && first.key() ? pictures.parameterSets() : new byte[0];
    recorder.unit(first, demuxer.tablePackets(), demuxer.videoPid(), sets);
  }

  private void picture(AccessUnit unit) {
    first = first == null ? unit : first;
    hub.publish(unit);
  }

  private long utcUs() {
    Instant now = clock.now();
    return now.getEpochSecond() * US_PER_S + now.getNano() / 1000;
  }

  @Override
  public void klv(byte[] bytes, long pts90k) {
    hub.publishKlv(bytes, pts90k == TsUnit.NO_TIME ? 0 : pts90k * 100 / 9, utcUs());
  }

  @Override
  public void videoChanged() {
    pictures.restart();
  }

  SourceFigures figures() {
    return new SourceFigures(
        id, source.trouble(), counters, unready, refused, hub.figures(), recorder.figures());
  }

  /** Stops listening and sends its viewers away; the recorder is stopped by itself. */
  @Override
  public void close() {
    boolean unused = ticker.cancel(false);
    source.close();
    hub.close();
  }
}
