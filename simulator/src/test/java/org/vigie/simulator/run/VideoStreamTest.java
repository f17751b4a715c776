package org.vigie.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.Mavlink2Message;
import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.common.CameraInformation;
import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.common.VideoStreamInformation;
import io.dronefleet.mavlink.common.VideoStreamType;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.simulator.camera.picture.Scene;

/** A station that asks over its link learns where the pictures are, as they are sent. */
@Timeout(60)
class VideoStreamTest {
  private static final int HAS_VIDEO_STREAM = 256;

  /** Where the extension field stands in the payload, behind 213 bytes of the first version. */
  private static final int ENCODING_AT = 10 + 213;

  private static final int H264 = 1;

  /** A simulation with or without video, and a station on its first vehicle. */
  private static final class Asked implements Closeable {
    private final RunningSimulation simulation;
    private final List<LiveCameras> cameras = new ArrayList<>();
    private final Socket socket;
    private final MavlinkConnection station;

    Asked(String... video) throws Exception {
      ScenarioFile file = ScenarioFile.read("fair-weather");
      simulation =
          RunningSimulation.start(
              file.scenario(),
              file.terrain(),
              new Transport.TcpListen("127.0.0.1", 0),
              5,
              OptionalLong.empty());
      for (String to : video) {
        Scene scene = Scene.of(file.scenario(), file.terrain(), file.town());
        Endpoint endpoint = Endpoint.parse("--video", to, "udp", "rtp", "rtsp");
        cameras.add(LiveCameras.start(simulation, file.scenario(), scene, endpoint));
      }
      socket = new Socket(InetAddress.getLoopbackAddress(), simulation.ports().get(0));
      station = MavlinkConnection.create(socket.getInputStream(), socket.getOutputStream());
    }

    /** What comes until the answer to REQUEST_MESSAGE, which is accepted. */
    List<MavlinkMessage<?>> ask(int messageId, int stream) throws IOException {
      station.send2(
          255,
          190,
          CommandLong.builder()
              .targetSystem(1)
              .targetComponent(1)
              .command(MavCmd.MAV_CMD_REQUEST_MESSAGE)
              .param1(messageId)
              .param2(stream)
              .build());
      List<MavlinkMessage<?>> heard = new ArrayList<>();
      while (true) {
        MavlinkMessage<?> message = station.next();
        heard.add(message);
        if (message.getPayload() instanceof CommandAck ack) {
          assertThat(ack.result().value()).isZero();
          return heard;
        }
      }
    }

    List<VideoStreamInformation> streams(int stream) throws IOException {
      return of(VideoStreamInformation.class, ask(269, stream));
    }

    static <T> List<T> of(Class<T> type, List<MavlinkMessage<?>> heard) {
      return heard.stream()
          .map(MavlinkMessage::getPayload)
          .filter(type::isInstance)
          .map(type::cast)
          .toList();
    }

    int cameraFlags() throws IOException {
      return of(CameraInformation.class, ask(259, 0)).get(0).flags().value();
    }

    @Override
    public void close() throws IOException {
      socket.close();
      for (LiveCameras live : cameras) {
        live.close();
      }
      simulation.close();
    }
  }

  private static int freeUdpPort() throws IOException {
    try (DatagramSocket free = new DatagramSocket()) {
      return free.getLocalPort();
    }
  }

  /** What a camera chooses on this machine at first. */
  private static void hasTheSizeThatIsSent(VideoStreamInformation told) {
    boolean small = Runtime.getRuntime().availableProcessors() <= 2;
    assertThat(told.resolutionH()).isIn(small ? List.of(640) : List.of(640, 1280));
    assertThat(told.resolutionV()).isEqualTo(told.resolutionH() * 9 / 16);
    assertThat(told.bitrate()).isEqualTo(told.resolutionH() == 640 ? 1_000_000 : 2_500_000);
    assertThat(told.framerate()).isEqualTo(25f);
    assertThat(told.flags().value()).as("running").isEqualTo(1);
  }

  @Test
  void a_transport_stream_is_told_with_its_port_size_rate_and_encoding() throws Exception {
    int port = freeUdpPort();
    try (Asked asked = new Asked("udp:127.0.0.1:" + port)) {
      List<MavlinkMessage<?>> heard = asked.ask(269, 0);
      List<VideoStreamInformation> streams = Asked.of(VideoStreamInformation.class, heard);
      assertThat(streams).hasSize(1);
      VideoStreamInformation told = streams.get(0);
      assertThat(told.streamId()).isEqualTo(1);
      assertThat(told.count()).isEqualTo(1);
      assertThat(told.type().entry()).isEqualTo(VideoStreamType.VIDEO_STREAM_TYPE_MPEG_TS_H264);
      assertThat(told.uri()).isEqualTo(Integer.toString(port));
      assertThat(told.hfov()).isEqualTo(74);
      hasTheSizeThatIsSent(told);
      byte[] raw =
          heard.stream()
              .filter(message -> message.getPayload() instanceof VideoStreamInformation)
              .map(message -> ((Mavlink2Message<?>) message).getRawBytes())
              .findFirst()
              .orElseThrow();
      assertThat(raw[ENCODING_AT]).isEqualTo((byte) H264);
      assertThat(asked.cameraFlags() & HAS_VIDEO_STREAM).isEqualTo(HAS_VIDEO_STREAM);
    }
  }

  @Test
  void rtp_is_told_with_its_port() throws Exception {
    int port = freeUdpPort();
    try (Asked asked = new Asked("rtp:127.0.0.1:" + port)) {
      VideoStreamInformation told = asked.streams(1).get(0);
      assertThat(told.type().entry()).isEqualTo(VideoStreamType.VIDEO_STREAM_TYPE_RTPUDP);
      assertThat(told.uri()).isEqualTo(Integer.toString(port));
      hasTheSizeThatIsSent(told);
    }
  }

  @Test
  void both_cameras_at_a_server_are_told_each_with_its_address() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Asked asked = new Asked("rtsp:127.0.0.1:" + port)) {
      String first = "rtsp://127.0.0.1:" + port + "/1";
      List<VideoStreamInformation> both = asked.streams(0);
      assertThat(both)
          .extracting(VideoStreamInformation::uri)
          .containsExactly(first, first + "/down");
      assertThat(both).extracting(VideoStreamInformation::streamId).containsExactly(1, 2);
      assertThat(both).extracting(VideoStreamInformation::count).containsOnly(2);
      assertThat(both).extracting(VideoStreamInformation::hfov).containsExactly(74, 90);
      assertThat(both)
          .allMatch(told -> told.type().entry() == VideoStreamType.VIDEO_STREAM_TYPE_RTSP);
      assertThat(asked.streams(2))
          .extracting(VideoStreamInformation::uri)
          .containsExactly(first + "/down");
      assertThat(asked.streams(3)).as("no third one").isEmpty();
    }
  }

  @Test
  void without_video_no_stream_is_told_even_of_a_camera() throws Exception {
    try (Asked asked = new Asked()) {
      assertThat(asked.streams(0)).isEmpty();
      asked.station.send2(
          255,
          190,
          ParamSet.builder()
              .targetSystem(1)
              .targetComponent(1)
              .paramId("CAM1_TYPE")
              .paramValue(1)
              .build());
      assertThat(asked.cameraFlags() & HAS_VIDEO_STREAM).isZero();
      assertThat(asked.streams(0)).isEmpty();
    }
  }
}
