package org.vigie.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.run.ScenarioFile;
import org.vigie.simulator.world.CameraPose;
import org.vigie.simulator.world.CameraPoses;

/** The town's cameras over HTTP. */
@Timeout(60)
class CctvServerTest {
  private static ScenarioFile file;
  private static Scene scene;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void draw() throws Exception {
    file = ScenarioFile.read("fair-weather");
    scene = Scene.of(file.scenario(), file.terrain(), file.town());
  }

  private static CctvServer start(double afterS) throws Exception {
    CameraPoses town =
        new CameraPoses() {
          @Override
          public CameraPose cameraPose(int vehicle) {
            throw new AssertionError("a fixed camera needs no vehicle");
          }

          @Override
          public Instant simulatedTime() {
            return file.scenario().start().plusMillis((long) (1000 * afterS));
          }
        };
    return CctvServer.start(town, scene, file.scenario().fixedCameras());
  }

  private HttpResponse<byte[]> ask(String url, String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void a_picture_is_a_jpeg_that_says_when_it_was_taken() throws Exception {
    Instant before = Instant.ofEpochMilli(System.currentTimeMillis());
    try (CctvServer server = start(60)) {
      HttpResponse<byte[]> answer = ask(server.snapshotUrl("cctv-01"), "GET");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
      assertThat(image.getWidth()).isEqualTo(640);
      assertThat(image.getHeight()).isEqualTo(360);
      Instant taken = Instant.parse(answer.headers().firstValue("X-Taken-At").orElseThrow());
      assertThat(taken).isAfterOrEqualTo(before);
      String modified = answer.headers().firstValue("Last-Modified").orElseThrow();
      assertThat(
              ZonedDateTime.parse(modified, DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond())
          .isEqualTo(taken.getEpochSecond());
    }
  }

  @Test
  void the_incident_is_seen_after_it_happened_and_not_before() throws Exception {
    assertThat(engine(picture(4))).isZero();
    assertThat(engine(picture(60))).isGreaterThan(30);
  }

  private BufferedImage picture(double afterS) throws Exception {
    try (CctvServer server = start(afterS)) {
      byte[] jpeg = ask(server.snapshotUrl("cctv-01"), "GET").body();
      return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
  }

  /** Pixels as red as a fire engine in the street ahead; roofs are half as green as red. */
  private static int engine(BufferedImage image) {
    int count = 0;
    for (int y = 80; y < 240; y++) {
      for (int x = 250; x < 460; x++) {
        int rgb = image.getRGB(x, y);
        int red = (rgb >> 16) & 255;
        count += red > 140 && red > 2.6 * ((rgb >> 8) & 255) ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void other_paths_and_methods_are_refused() throws Exception {
    try (CctvServer server = start(0)) {
      String url = server.snapshotUrl("cctv-01");
      assertThat(ask(url.replace("cctv-01", "cctv-02"), "GET").statusCode()).isEqualTo(404);
      assertThat(ask(url + "/x", "GET").statusCode()).isEqualTo(404);
      assertThat(ask(url.replace("/cctv-01/snapshot.jpg", "/"), "GET").statusCode()).isEqualTo(404);
      assertThat(ask(url, "POST").statusCode()).isEqualTo(405);
      assertThatThrownBy(() -> server.snapshotUrl("cctv-02")).hasMessageContaining("cctv-02");
    }
  }

  @Test
  void closing_ends_the_thread() throws Exception {
    CctvServer server = start(0);
    assertThat(ask(server.snapshotUrl("cctv-01"), "GET").statusCode()).isEqualTo(200);
    server.close();
    assertThat(server.ended()).isTrue();
  }
}
