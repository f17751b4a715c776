package org.vigie.groundstation.video;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.picture.VideoView;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.time.WallClock;
import org.vigie.groundstation.video.hub.ViewerEnd;
import org.vigie.groundstation.video.hub.ViewerOptions;
import org.vigie.groundstation.video.hub.ViewerSession;
import org.vigie.groundstation.video.record.RecordingOwner;
import org.vigie.groundstation.video.record.SegmentRecovery;

/** All live video of a station. Who may look is decided before. Thread-safe. */
public final class VideoStation implements AutoCloseable {
  /** One a vehicle; a configuration with more is an accident. */
  static final int SOURCES_MAX = 64;

  /** Taking a stream apart costs under 1 % of a core. */
  private static final int THREADS = 1;

  private static final long CLOSE_PATIENCE_MS = 2000;

  private static final Logger LOG = LoggerFactory.getLogger(VideoStation.class);

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          THREADS, new DefaultThreadFactory("video", true), NioIoHandler.newFactory());
  private final Map<String, SourcePipeline> pipelines = new LinkedHashMap<>();
  private final SegmentRecovery recovery;

  /**
   * Begins to listen to all sources. A port that cannot be had is tried again; see {@link
   * #figures()}.
   *
   * @param folder for recordings; each flight gets its own in it
   * @param stationClock stamps journal entries
   * @param clock times everything else
   * @throws IllegalArgumentException if two sources share an id, or one is no name for a file
   */
  public VideoStation(
      List<VideoSource> sources,
      Path folder,
      Journal journal,
      StationClock stationClock,
      WallClock clock) {
    if (sources.size() > SOURCES_MAX) {
      throw new IllegalArgumentException(sources.size() + " sources of video");
    }
    this.recovery = new SegmentRecovery(folder, journal, stationClock);
    for (VideoSource source : sources) {
      if (pipelines.containsKey(source.id())) {
        throw new IllegalArgumentException("two sources of video are " + source.id());
      }
      pipelines.put(
          source.id(),
          new SourcePipeline(source, folder, journal, stationClock, clock, group.next()));
    }
  }

  /** How each source does. */
  public List<VideoView> views() {
    return pipelines.values().stream().map(pipeline -> pipeline.hub().view()).toList();
  }

  /** How a source does; empty if there is none of that name. */
  public Optional<VideoView> findView(String source) {
    return Optional.ofNullable(pipelines.get(source)).map(pipeline -> pipeline.hub().view());
  }

  /** Whether one more viewer would be taken. */
  public boolean hasRoom(String source) {
    SourcePipeline pipeline = pipelines.get(source);
    return pipeline != null && pipeline.hub().hasRoom();
  }

  /**
   * Takes over a connection whose WebSocket handshake was answered with 101, and gives it the
   * pictures of a source until it ends or is cut. To be called in the channel's event loop, before
   * anything else is read from it.
   *
   * @param whenEnded is told once, in the channel's event loop
   * @throws IllegalArgumentException if there is no such source
   */
  public ViewerSession join(
      String source, Channel channel, ViewerOptions options, Consumer<ViewerEnd> whenEnded) {
    return get(source).hub().join(channel, options, whenEnded);
  }

  /**
   * Begins to keep what a source sends, as evidence of a flight. Asked again it does nothing.
   *
   * @param commune INSEE code, or empty
   * @throws IllegalArgumentException if there is no such source, or the flight's id is no name for
   *     a folder
   * @throws IllegalStateException if the source is still being recorded for another flight
   */
  public void startRecording(String flightId, String service, String commune, String source) {
    get(source).recorder().start(new RecordingOwner(flightId, service, commune));
  }

  /**
   * Stops keeping what comes for a flight. Completes when the hashes of all its segments are
   * durable; after it nothing is appended to the flight's stream. Fails with an {@link IOException}
   * if the journal refuses; it may be asked again.
   */
  public CompletionStage<@Nullable Void> endRecording(String flightId) {
    return all(pipelines.values().stream().map(one -> one.recorder().stop(flightId)).toList());
  }

  private static CompletableFuture<@Nullable Void> all(
      List<CompletionStage<@Nullable Void>> stages) {
    return CompletableFuture.allOf(
        stages.stream()
            .map(CompletionStage::toCompletableFuture)
            .toArray(CompletableFuture[]::new));
  }

  /**
   * Takes up segments that an earlier life of the station left open; before the first {@link
   * #startRecording}. Reads files, and waits for the journal.
   *
   * @param owners for whom a flight is; empty if its stream is closed or unknown
   * @throws IOException if a file or the journal refuses; what was done stays done
   */
  public SegmentRecovery.Report recover(Function<String, Optional<RecordingOwner>> owners)
      throws IOException {
    return recovery.recover(owners);
  }

  /** What each source has done since the station started, as plain numbers. */
  public List<SourceFigures> figures() {
    return pipelines.values().stream().map(SourcePipeline::figures).toList();
  }

  /** The address that a source listens on, if it does. */
  public Optional<InetSocketAddress> boundTo(String source) {
    return get(source).boundTo();
  }

  private SourcePipeline get(String source) {
    SourcePipeline pipeline = pipelines.get(source);
    if (pipeline == null) {
      throw new IllegalArgumentException("no source of video is " + source);
    }
    return pipeline;
  }

  /**
   * Ends all: viewers are told, open segments are closed and told to the journal, which must still
   * be open. A flight that goes on may be recorded further by the next life of the station.
   */
  @Override
  public void close() {
    pipelines.values().forEach(SourcePipeline::close);
    try {
      all(pipelines.values().stream().map(one -> one.recorder().stop()).toList())
          .get(CLOSE_PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // the segment stays marked as open, and the next start takes it up
      LOG.warn("a recording was not closed: {}", e.toString());
    }
    group
        .shutdownGracefully(0, CLOSE_PATIENCE_MS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE_PATIENCE_MS);
  }
}
