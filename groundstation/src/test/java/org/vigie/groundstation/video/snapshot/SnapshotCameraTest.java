package org.vigie.groundstation.video.snapshot;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real camera of our own: a JPEG over HTTP. */
class SnapshotCameraTest {
  private static final Instant START = Instant.parse("2026-11-24T13:00:00Z");

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch answer = new CountDownLatch(1);
  private volatile byte[] picture = jpeg(1);
  private volatile int status = 200;
  private volatile boolean waits;
  private volatile Instant now = START;
  private HttpServer server;
  private SnapshotCamera camera;

  private static byte[] jpeg(int content) {
    return new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) content, 0, (byte) 0xFF, (byte) 0xD9};
  }

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/snapshot.jpg",
        exchange -> {
          asked.incrementAndGet();
          if (waits) {
            try {
              answer.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          exchange.sendResponseHeaders(status, picture.length);
          exchange.getResponseBody().write(picture);
          exchange.close();
        });
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/snapshot.jpg");
    camera = new SnapshotCamera(address, HttpClient.newHttpClient(), () -> now);
  }

  @AfterEach
  void close() {
    answer.countDown();
    server.stop(0);
  }

  private Snapshot newest() throws Exception {
    return camera.newest().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static byte[] bytes(Snapshot snapshot) {
    byte[] bytes = new byte[snapshot.jpeg().remaining()];
    snapshot.jpeg().get(bytes);
    return bytes;
  }

  @Test
  void a_picture_comes_with_the_time_at_which_it_came() throws Exception {
    Snapshot first = newest();
    assertThat(bytes(first)).isEqualTo(jpeg(1));
    assertThat(first.takenAt()).isEqualTo(START);
  }

  @Test
  void who_asks_again_within_a_second_does_not_bother_the_camera() throws Exception {
    newest();
    now = START.plusMillis(799);
    newest();
    assertThat(asked).hasValue(1);
    now = START.plusMillis(800);
    newest();
    assertThat(asked).hasValue(2);
  }

  @Test
  void many_who_ask_at_once_share_one_question() throws Exception {
    waits = true;
    List<CompletionStage<Snapshot>> all =
        List.of(camera.newest(), camera.newest(), camera.newest());
    answer.countDown();
    for (CompletionStage<Snapshot> one : all) {
      assertThat(bytes(one.toCompletableFuture().get(10, TimeUnit.SECONDS))).isEqualTo(jpeg(1));
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_camera_that_repeats_a_picture_does_not_look_live() throws Exception {
    newest();
    now = START.plusSeconds(5);
    assertThat(newest().takenAt()).isEqualTo(START);
    picture = jpeg(2);
    now = START.plusSeconds(6);
    assertThat(newest().takenAt()).isEqualTo(START.plusSeconds(6));
  }

  @Test
  void a_camera_that_fails_leaves_its_last_picture_with_its_age() throws Exception {
    newest();
    status = 500;
    now = START.plusSeconds(9);
    Snapshot old = newest();
    assertThat(bytes(old)).isEqualTo(jpeg(1));
    assertThat(old.takenAt()).isEqualTo(START);
  }

  @Test
  void what_is_no_picture_is_refused_and_said() {
    picture = new byte[] {'<', 'h', 't', 'm', 'l', '>'};
    assertThatThrownBy(this::newest)
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("gave no picture")
        .hasStackTraceContaining("no JPEG");
  }

  @Test
  void a_camera_that_stops_in_the_middle_of_a_picture_is_given_up() throws Exception {
    ExecutorService cameras = Executors.newSingleThreadExecutor();
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Future<?> answering = cameras.submit(() -> beginAndStop(silent));
      SnapshotCamera hanging =
          new SnapshotCamera(
              URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/1.jpg"),
              HttpClient.newHttpClient(),
              () -> now,
              Duration.ofMillis(200));
      assertThatThrownBy(() -> hanging.newest().toCompletableFuture().get(20, TimeUnit.SECONDS))
          .hasStackTraceContaining("TimeoutException");
      answering.get(20, TimeUnit.SECONDS);
    } finally {
      cameras.shutdownNow();
    }
  }

  /** Promises a thousand bytes, gives four, and says no more until it is given up. */
  private static void beginAndStop(ServerSocket silent) {
    try (Socket one = silent.accept()) {
      one.getOutputStream()
          .write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabcd".getBytes(US_ASCII));
      one.getOutputStream().flush();
      while (one.getInputStream().read() >= 0) {
        // the request, then the end of the connection
      }
    } catch (IOException e) {
      // given up by a reset
    }
  }

  @Test
  void a_picture_without_end_is_cut_off() {
    picture = new byte[SnapshotCamera.BYTES_MAX + 1];
    assertThatThrownBy(this::newest).hasStackTraceContaining("larger than");
  }
}
