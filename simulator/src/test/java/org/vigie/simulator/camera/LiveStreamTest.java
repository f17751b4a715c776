package org.vigie.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.simulator.camera.picture.Picture;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.camera.picture.TimeCode;
import org.vigie.simulator.camera.rtp.Digest;
import org.vigie.simulator.camera.rtp.SessionText;
import org.vigie.simulator.clock.SystemWallClock;
import org.vigie.simulator.run.ScenarioFile;
import org.vigie.simulator.world.CameraPose;

/** RTP and RTSP on real sockets; FFmpeg is the receiver. */
@Timeout(120)
class LiveStreamTest {
  private static final int FRAMES = 20;
  private static final CameraSettings SMALL = CameraSettings.of(PictureSize.SMALL);
  private static Scene scene;
  private static Eye eye;

  @BeforeAll
  static void draw() throws Exception {
    ScenarioFile file = ScenarioFile.read("fair-weather");
    scene = Scene.of(file.scenario(), file.terrain(), file.town());
    CameraPose pose = CameraBench.orbit(file.scenario(), scene, 0);
    eye = () -> pose;
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Time codes of the next frames; -1 where there is none. */
  private static List<Long> codes(FFmpegFrameGrabber grabber, int frames) throws Exception {
    grabber.setPixelFormat(avutil.AV_PIX_FMT_GRAY8);
    List<Long> codes = new ArrayList<>();
    Picture picture = new Picture(PictureSize.SMALL.width(), PictureSize.SMALL.height());
    for (int i = 0; i < frames; i++) {
      Frame frame = grabber.grabImage();
      assertThat(frame).as("frame %d", i).isNotNull();
      if (frame.imageWidth != picture.width() || frame.imageHeight != picture.height()) {
        codes.add(-1L); // a garbled stream may claim any size
        continue;
      }
      ByteBuffer grey = (ByteBuffer) frame.image[0];
      for (int row = 0; row < picture.height(); row++) {
        grey.get(row * frame.imageStride, picture.luma(), row * picture.width(), picture.width());
      }
      codes.add(TimeCode.read(picture).orElse(-1));
    }
    return codes;
  }

  private static void areTimesOf(List<Long> codes, long fromMs) {
    long from = fromMs & 0xFFFF_FFFFL;
    for (int i = 0; i < codes.size(); i++) {
      assertThat(codes.get(i)).isBetween(from - 1_000, from + 60_000);
      if (i > 0) {
        assertThat(codes.get(i)).isGreaterThan(codes.get(i - 1));
      }
    }
  }

  private static FFmpegFrameGrabber rtsp(String url, String transport) {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(url);
    grabber.setOption("rtsp_transport", transport);
    grabber.setOption("timeout", "20000000");
    return grabber;
  }

  @Test
  void ffmpeg_reads_the_time_from_pictures_over_rtsp_by_udp_and_by_tcp_at_the_same_time()
      throws Exception {
    long began = new SystemWallClock().epochMillis();
    try (RtspServer server = RtspServer.start(loopback(0), Optional.empty());
        SimulatedCamera camera = SimulatedCamera.startRtsp(eye, "1", scene, server, SMALL)) {
      String url = "rtsp://127.0.0.1:" + server.port() + "/1";
      assertThat(camera.figures().frames()).as("nobody looks, nothing is drawn").isZero();
      try (FFmpegFrameGrabber udp = rtsp(url, "udp");
          FFmpegFrameGrabber tcp = rtsp(url, "tcp")) {
        udp.startUnsafe();
        tcp.startUnsafe();
        assertThat(udp.getImageWidth()).isEqualTo(640);
        areTimesOf(codes(udp, FRAMES), began);
        areTimesOf(codes(tcp, FRAMES), began);
      }
      await().until(() -> camera.figures().frames() > FRAMES);
      assertThat(camera.failure()).isEmpty();
      // nobody looks any more
      await().until(() -> server.find("1").map(stream -> !stream.wanted()).orElse(false));
    }
  }

  @Test
  void ffmpeg_reads_the_time_from_pictures_over_rtp_with_a_description(@TempDir Path folder)
      throws Exception {
    long began = new SystemWallClock().epochMillis();
    int port;
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort() & ~1;
    }
    Path description = folder.resolve("camera.sdp");
    Files.writeString(description, SessionText.sent("127.0.0.1", port));
    try (SimulatedCamera camera = SimulatedCamera.startRtp(eye, "1", scene, loopback(port), SMALL);
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(description.toString())) {
      grabber.setOption("protocol_whitelist", "file,udp,rtp");
      grabber.setFormat("sdp");
      grabber.startUnsafe();
      areTimesOf(codes(grabber, FRAMES), began);
      assertThat(camera.failure()).isEmpty();
    }
  }

  @Test
  void a_frozen_camera_shows_the_same_time_for_ever_and_a_garbled_one_nonsense() throws Exception {
    try (RtspServer server = RtspServer.start(loopback(0), Optional.empty());
        SimulatedCamera camera = SimulatedCamera.startRtsp(eye, "1", scene, server, SMALL);
        FFmpegFrameGrabber grabber = rtsp("rtsp://127.0.0.1:" + server.port() + "/1", "tcp")) {
      grabber.startUnsafe();
      codes(grabber, 5);
      camera.freeze();
      await().until(() -> !moving(grabber));
      List<Long> still = codes(grabber, FRAMES);
      assertThat(still).containsOnly(still.get(0));
      assertThat(still.get(0)).isPositive();
      camera.resume();
      await().until(() -> moving(grabber));
      camera.garble();
      long before = camera.figures().frames();
      await().until(() -> camera.figures().frames() > before + FRAMES);
      assertThat(camera.failure()).isEmpty();
      camera.resume();
      await().until(() -> moving(grabber));
    }
  }

  /** Whether two frames half a dozen apart show different times that can be read. */
  private static boolean moving(FFmpegFrameGrabber grabber) throws Exception {
    List<Long> codes = codes(grabber, 6);
    return codes.get(0) > 0 && codes.get(5) > 0 && !codes.get(0).equals(codes.get(5));
  }

  @Test
  void who_has_no_password_sees_nothing() throws Exception {
    Optional<Digest> keeper = Optional.of(new Digest("pilot", "secret"));
    try (RtspServer server = RtspServer.start(loopback(0), keeper);
        SimulatedCamera camera = SimulatedCamera.startRtsp(eye, "1", scene, server, SMALL)) {
      String place = "127.0.0.1:" + server.port() + "/1";
      try (FFmpegFrameGrabber wrong = rtsp("rtsp://pilot:wrong@" + place, "tcp")) {
        assertThatThrownBy(wrong::startUnsafe).isInstanceOf(FFmpegFrameGrabber.Exception.class);
      }
      try (FFmpegFrameGrabber right = rtsp("rtsp://pilot:secret@" + place, "tcp")) {
        right.startUnsafe();
        assertThat(codes(right, 3)).allMatch(code -> code > 0);
      }
      assertThat(camera.failure()).isEmpty();
    }
  }

  private static String ask(RtspServer server, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[2_000];
      int count = socket.getInputStream().read(answer);
      return count <= 0 ? "" : new String(answer, 0, count, StandardCharsets.US_ASCII);
    }
  }

  private static void shout(RtspServer server, byte[] noise) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(noise);
    } catch (IOException e) {
      assertThat(e).as("thrown out already").hasMessageContaining("");
    }
  }

  @Test
  void wrong_questions_get_answers_and_noise_gets_none() throws Exception {
    try (RtspServer server = RtspServer.start(loopback(0), Optional.empty())) {
      assertThat(ask(server, "DESCRIBE rtsp://x/nowhere RTSP/1.0\r\nCSeq: 3\r\n\r\n"))
          .startsWith("RTSP/1.0 404 ")
          .contains("CSeq: 3\r\n");
      server.stream("1");
      assertThat(ask(server, "PLAY rtsp://x/1 RTSP/1.0\r\nCSeq: 1\r\n\r\n"))
          .startsWith("RTSP/1.0 455 ");
      assertThat(ask(server, "SETUP rtsp://x/1 RTSP/1.0\r\nTransport: RAW\r\n\r\n"))
          .startsWith("RTSP/1.0 461 ");
      assertThat(ask(server, "RECORD rtsp://x/1 RTSP/1.0\r\n\r\n")).startsWith("RTSP/1.0 405 ");
      SplittableRandom random = new SplittableRandom(4);
      for (int i = 0; i < 100; i++) {
        byte[] noise = new byte[10_000];
        random.nextBytes(noise);
        shout(server, noise);
      }
      assertThat(ask(server, "OPTIONS * RTSP/1.0\r\nCSeq: 9\r\n\r\n"))
          .startsWith("RTSP/1.0 200 ")
          .contains("DESCRIBE");
    }
  }
}
