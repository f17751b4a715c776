package org.vigie.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.simulator.camera.picture.Picture;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.camera.picture.TimeCode;
import org.vigie.simulator.clock.WallClock;
import org.vigie.simulator.run.ScenarioFile;

/** Real drawing, coding and packing; FFmpeg's demultiplexer and decoder are the oracle. */
class VideoLineTest {
  private static final int FRAMES = 60;
  private static final long FIRST_MS = 0x1_9C4A_77F1_2345L;
  private static ScenarioFile file;
  private static Scene scene;

  @BeforeAll
  static void draw() throws Exception {
    file = ScenarioFile.read("fair-weather");
    scene = Scene.of(file.scenario(), file.terrain(), file.town());
  }

  /** A clock that a test moves. */
  private static final class HandClock implements WallClock {
    private long ms;

    @Override
    public long nanos() {
      return ms * 1_000_000;
    }

    @Override
    public long epochMillis() {
      return FIRST_MS + ms;
    }

    @Override
    public void sleep(long nanos) {
      throw new AssertionError("a line never waits");
    }
  }

  /** What went out, frame by frame. */
  private static final class Sent implements Datagrams {
    final List<byte[]> frames = new ArrayList<>();
    private final ByteArrayOutputStream now = new ByteArrayOutputStream();

    @Override
    public void send(byte[] bytes, int from, int length) {
      assertThat(length % 188).isZero();
      assertThat(length).isBetween(188, 1316);
      now.write(bytes, from, length);
    }

    void endFrame() {
      frames.add(now.toByteArray());
      now.reset();
    }

    byte[] all() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      frames.forEach(frame -> all.write(frame, 0, frame.length));
      return all.toByteArray();
    }
  }

  private static Sent run(PictureSize size, int frames) {
    Sent sent = new Sent();
    HandClock clock = new HandClock();
    try (VideoLine line = new VideoLine(scene, size, clock, sent)) {
      for (int i = 0; i < frames; i++) {
        line.frame(CameraBench.orbit(file.scenario(), scene, i));
        sent.endFrame();
        clock.ms += 40;
      }
    }
    return sent;
  }

  @ParameterizedTest
  @EnumSource(PictureSize.class)
  void ffmpeg_finds_every_frame_and_every_time_code_is_readable(PictureSize size) throws Exception {
    Sent sent = run(size, FRAMES);
    Picture picture = new Picture(size.width(), size.height());
    List<Long> times = new ArrayList<>();
    try (FFmpegFrameGrabber grabber = open(sent.all())) {
      grabber.setPixelFormat(avutil.AV_PIX_FMT_GRAY8);
      grabber.startUnsafe();
      assertThat(grabber.getImageWidth()).isEqualTo(size.width());
      assertThat(grabber.getImageHeight()).isEqualTo(size.height());
      assertThat(grabber.getVideoCodec()).isEqualTo(avcodec.AV_CODEC_ID_H264);
      Frame frame = grabber.grabImage();
      while (frame != null) {
        ByteBuffer grey = (ByteBuffer) frame.image[0];
        for (int row = 0; row < size.height(); row++) {
          grey.get(row * frame.imageStride, picture.luma(), row * size.width(), size.width());
        }
        times.add(TimeCode.read(picture).orElse(-1));
        frame = grabber.grabImage();
      }
    }
    List<Long> wanted = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      wanted.add((FIRST_MS + 40L * i) & 0xFFFF_FFFFL);
    }
    assertThat(times).isEqualTo(wanted);
  }

  private static FFmpegFrameGrabber open(byte[] stream) {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(new ByteArrayInputStream(stream), 0);
    grabber.setFormat("mpegts");
    return grabber;
  }

  @Test
  void key_pictures_come_each_second_with_their_parameter_sets_first() throws Exception {
    Sent sent = run(PictureSize.SMALL, FRAMES);
    List<Integer> keys = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    try (FFmpegFrameGrabber grabber = open(sent.all())) {
      grabber.startUnsafe();
      AVPacket packet = grabber.grabPacket();
      while (packet != null) {
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        if ((packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0) {
          keys.add(times.size());
          assertThat(nalTypes(bytes)).startsWith(9, 7, 8, 5);
        } else {
          assertThat(nalTypes(bytes)).containsExactly(9, 1);
        }
        times.add(packet.pts());
        packet = grabber.grabPacket();
      }
    }
    assertThat(times).hasSize(FRAMES);
    assertThat(keys).contains(0, 25, 50);
    for (int i = 1; i < FRAMES; i++) {
      assertThat(times.get(i) - times.get(i - 1)).isEqualTo(3600);
    }
  }

  private static List<Integer> nalTypes(byte[] annexB) {
    List<Integer> types = new ArrayList<>();
    for (int i = 0; i + 3 < annexB.length; i++) {
      if (annexB[i] == 0 && annexB[i + 1] == 0 && annexB[i + 2] == 1) {
        types.add(annexB[i + 3] & 31);
      }
    }
    return types;
  }

  @Test
  void a_frame_is_on_the_network_whole_before_the_next_is_drawn() {
    Sent sent = run(PictureSize.SMALL, FRAMES);
    TsReader reader = new TsReader();
    for (byte[] frame : sent.frames) {
      TsReader.Pes pes = reader.read(frame);
      assertThat(pes.complete()).isTrue();
      assertThat(nalTypes(pes.payload())).containsAnyOf(1, 5);
    }
    assertThat(reader.gaps()).isZero();
  }

  @Test
  void a_new_size_begins_with_a_key_picture_in_the_same_stream() {
    Sent sent = new Sent();
    HandClock clock = new HandClock();
    TsReader reader = new TsReader();
    try (VideoLine line = new VideoLine(scene, PictureSize.HD, clock, sent)) {
      for (int i = 0; i < 3; i++) {
        line.frame(CameraBench.orbit(file.scenario(), scene, i));
      }
      sent.endFrame();
      line.resize(PictureSize.SMALL);
      assertThat(line.frame(CameraBench.orbit(file.scenario(), scene, 3)).key()).isTrue();
      sent.endFrame();
      assertThat(line.frame(CameraBench.orbit(file.scenario(), scene, 4)).key()).isFalse();
      line.refresh();
      assertThat(line.frame(CameraBench.orbit(file.scenario(), scene, 5)).key()).isTrue();
    }
    TsReader.Pes pes = reader.read(sent.frames.get(1));
    assertThat(nalTypes(pes.payload())).startsWith(9, 7, 8, 5);
  }
}
