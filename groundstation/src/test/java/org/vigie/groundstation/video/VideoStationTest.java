package org.vigie.groundstation.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.ResourceLeakDetector;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.net.NetSocketInternal;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.picture.FrameType;
import org.vigie.groundstation.picture.PictureState;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.video.hub.ViewerEnd;
import org.vigie.groundstation.video.hub.ViewerOptions;
import org.vigie.groundstation.video.hub.ViewerSession;
import org.vigie.groundstation.video.record.VideoEvent;

/** From a UDP socket over the HTTP server that the station uses to the JDK's WebSockets. */
@Tag("alone")
@Timeout(120)
class VideoStationTest {
  private static final int UNITS = 150;

  /** 200 ms: well within what a viewer may have in flight. */
  private static final int BATCH = 5;

  private static final List<TestVideo.Unit> ENCODED = TestVideo.encode(640, 384, UNITS, 25, 90_000);
  private static final byte[] TS = TestVideo.mux(ENCODED, true);

  @TempDir Path folder;
  private final MachineClock clock = new MachineClock();
  private final List<ViewerEnd> ends = new CopyOnWriteArrayList<>();
  private final List<ViewerSession> sessions = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private SqliteJournal journal;
  private VideoStation station;
  private Vertx vertx;
  private HttpServer server;
  private DatagramSocket camera;
  private List<TestVideo.Unit> oracle;

  @BeforeEach
  void open() throws Exception {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    oracle = TestVideo.demux(TS);
    journal = SqliteJournal.open(folder.resolve("journal"), EventCodec.of(VideoEvent.types()));
    station =
        new VideoStation(
            List.of(new VideoSource("V1", "127.0.0.1", 0)),
            folder.resolve("video"),
            journal,
            clock::now,
            clock);
    vertx = Vertx.vertx();
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::upgrade)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
    camera = new DatagramSocket();
  }

  @AfterEach
  void close() throws Exception {
    camera.close();
    station.close();
    server.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    journal.close();
  }

  /** What the station's HTTP server does once the right is checked. */
  private void upgrade(HttpServerRequest request) {
    request
        .response()
        .putHeader("Upgrade", "websocket")
        .putHeader("Connection", "Upgrade")
        .putHeader("Sec-WebSocket-Accept", accept(request.getHeader("Sec-WebSocket-Key")));
    request
        .toNetSocket()
        .onSuccess(
            socket ->
                sessions.add(
                    station.join(
                        "V1",
                        ((NetSocketInternal) socket).channelHandlerContext().channel(),
                        ViewerOptions.forPilot(),
                        ends::add)));
  }

  private static String accept(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      String text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
      return Base64.getEncoder()
          .encodeToString(sha1.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private SocketViewer view(boolean reads) {
    int before = sessions.size();
    SocketViewer viewer = SocketViewer.connect(client, server.actualPort(), "/video/V1", reads);
    Awaitility.await().until(() -> sessions.size() == before + 1);
    return viewer;
  }

  private SourceFigures figures() {
    return station.figures().get(0);
  }

  /** Sends units of the stream, a few at once, no faster than the station takes them. */
  private void send(int from, int to) throws IOException {
    Awaitility.await().until(() -> station.boundTo("V1").isPresent());
    InetSocketAddress target = station.boundTo("V1").orElseThrow();
    List<Integer> starts = starts();
    for (int unit = from; unit < to; unit += BATCH) {
      int last = Math.min(to, unit + BATCH);
      long published = figures().hub().unitsPublished() + last - unit;
      int end = starts.get(last);
      for (int at = unit == 0 ? 0 : starts.get(unit); at < end; at += 7 * 188) {
        camera.send(new DatagramPacket(TS, at, Math.min(7 * 188, end - at), target));
      }
      soon(() -> figures().hub().unitsPublished() == published);
    }
  }

  private static List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    for (int at = 0; at < TS.length; at += 188) {
      boolean video = (TS[at + 1] & 0x1F) == 1 && TS[at + 2] == 0;
      if (video && (TS[at + 1] & 0x40) != 0) {
        starts.add(at);
      }
    }
    starts.add(TS.length);
    return starts;
  }

  private void assertGot(SocketViewer viewer, int from, int to) {
    Awaitility.await().until(() -> viewer.units().size() >= to - from);
    List<SocketViewer.Message> units = viewer.units();
    assertThat(units).hasSize(to - from);
    for (int i = from; i < to; i++) {
      assertThat(units.get(i - from).payload).as("unit %d", i).isEqualTo(oracle.get(i).bytes());
      assertThat(units.get(i - from).header.ptsUs()).isEqualTo(1_000_000 + i * 40_000L);
    }
  }

  /** Sends further units once those that read have had the ones before. */
  private void sendAndRead(int from, int to, List<SocketViewer> readers) throws IOException {
    for (int unit = from; unit < to; unit += BATCH) {
      int last = Math.min(to, unit + BATCH);
      int batch = last - unit;
      List<Integer> wanted = readers.stream().map(one -> one.units().size()).toList();
      send(unit, last);
      soon(() -> haveAll(readers, wanted, batch));
    }
  }

  private static boolean haveAll(List<SocketViewer> readers, List<Integer> before, int more) {
    for (int reader = 0; reader < readers.size(); reader++) {
      if (readers.get(reader).units().size() < before.get(reader) + more) {
        return false;
      }
    }
    return true;
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).until(condition);
  }

  @Test
  void who_reads_gets_every_unit_though_another_reads_nothing() throws Exception {
    SocketViewer one = view(true);
    SocketViewer dead = view(false);
    SocketViewer other = view(true);
    sendAndRead(0, 60, List.of(one, other));
    SocketViewer late = view(true);
    Awaitility.await().until(() -> late.units().size() == 10);
    assertThat(late.messages.get(0).header.type()).isEqualTo(FrameType.CONFIG);
    assertThat(late.units().get(0).header.key()).isTrue();
    assertThat(late.units().get(0).header.sequence()).isEqualTo(50);
    sendAndRead(60, UNITS, List.of(one, other, late));
    assertGot(one, 0, UNITS);
    assertGot(other, 0, UNITS);
    assertGot(late, 50, UNITS);
    assertThat(dead.units()).isEmpty();
    assertThat(sessions.get(1).framesSent()).isEqualTo(11);
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> ends.stream().anyMatch(end -> end.code() == ViewerEnd.NO_ACK));
    assertThat(ends).hasSize(1);
    sessions.get(0).cut(ViewerEnd.RIGHT_ENDED, "the flight ended");
    Awaitility.await().until(() -> one.closeCode == 4401);
    station.close();
    Awaitility.await().until(() -> other.closeCode == 1001 && late.closeCode == 1001);
    Awaitility.await().until(() -> ends.size() == 4);
  }

  @Test
  void a_camera_that_stops_is_shown_as_lost_and_comes_back() throws Exception {
    SocketViewer viewer = view(true);
    assertThat(station.views().get(0).state()).isEqualTo(PictureState.NONE);
    sendAndRead(0, 30, List.of(viewer));
    Awaitility.await()
        .until(() -> viewer.statuses().stream().anyMatch(text -> text.contains("\"STALE\"")));
    Awaitility.await()
        .until(() -> viewer.statuses().stream().anyMatch(text -> text.contains("\"LOST\"")));
    assertThat(station.findView("V1").orElseThrow().state()).isEqualTo(PictureState.LOST);
    sendAndRead(30, 31, List.of(viewer));
    assertThat(station.views().get(0).state()).isNotEqualTo(PictureState.NONE);
    Awaitility.await()
        .until(
            () ->
                viewer.statuses().get(viewer.statuses().size() - 1).contains("\"LIVE\"")
                    || viewer.units().size() == 31);
    assertGot(viewer, 0, 31);
  }

  @Test
  void a_flight_is_recorded_while_people_look() throws Exception {
    SocketViewer viewer = view(true);
    station.startRecording("F1", "sdis42", "42218", "V1");
    assertThat(station.views().get(0).recording()).isTrue();
    sendAndRead(0, 60, List.of(viewer));
    station.endRecording("F1").toCompletableFuture().get(20, TimeUnit.SECONDS);
    assertThat(station.views().get(0).recording()).isFalse();
    assertThat(TestVideo.decodes(folder.resolve("video/F1/V1-00000.ts"))).isEqualTo(60);
    assertThat(journal.read(StreamId.flight("F1")))
        .extracting(entry -> entry.type())
        .containsExactly("video.recording-started", "video.segment-closed");
    assertThat(figures().recorder().unitsWritten()).isEqualTo(60);
    assertThat(station.recover(flight -> Optional.empty()).orphans()).isEmpty();
  }

  @Test
  void a_port_that_is_taken_is_tried_again() throws Exception {
    DatagramSocket taken =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    VideoSource source = new VideoSource("V2", "127.0.0.1", taken.getLocalPort());
    try (VideoStation second =
        new VideoStation(List.of(source), folder.resolve("video2"), journal, clock::now, clock)) {
      Awaitility.await().until(() -> second.figures().get(0).trouble().contains("in use"));
      assertThat(second.boundTo("V2")).isEmpty();
      taken.close();
      Awaitility.await().until(() -> second.boundTo("V2").isPresent());
      assertThat(second.figures().get(0).trouble()).isEmpty();
    }
  }

  @Test
  void what_is_not_configured_is_refused() {
    assertThatThrownBy(() -> station.startRecording("F1", "s", "", "V9"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(station.findView("V9")).isEmpty();
    assertThat(station.hasRoom("V9")).isFalse();
    assertThat(station.hasRoom("V1")).isTrue();
  }

  @Test
  @Tag("deep")
  void a_hundred_viewers_get_every_unit() throws Exception {
    List<SocketViewer> viewers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      viewers.add(view(true));
    }
    sendAndRead(0, UNITS, viewers);
    viewers.forEach(viewer -> assertGot(viewer, 0, UNITS));
    assertThat(figures().hub().resyncs()).isZero();
  }
}
