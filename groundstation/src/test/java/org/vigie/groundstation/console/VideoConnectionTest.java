package org.vigie.groundstation.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.client.StationAddress;
import org.vigie.groundstation.client.StationClient;
import org.vigie.groundstation.client.VideoConnection;
import org.vigie.groundstation.client.VideoStatus;
import org.vigie.groundstation.console.FakeStation.Asked;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;
import org.vigie.groundstation.picture.PictureState;
import org.vigie.groundstation.picture.VideoCodec;
import org.vigie.groundstation.picture.VideoView;
import org.vigie.groundstation.text.Language;

/** Live video over the wire, against a station made by hand. */
@Tag("alone")
@NullUnmarked // what is missing fails the test anyway
class VideoConnectionTest {
  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final String RIGHT = "/api/videos/V1";

  private final FakeStation station = new FakeStation();
  private final Heard heard = new Heard();
  private StationClient client;
  private VideoConnection video;

  /** Hears what comes. */
  private static final class Heard implements VideoConnection.Listener {
    private final List<FrameHeader> frames = new CopyOnWriteArrayList<>();
    private final List<String> payloads = new CopyOnWriteArrayList<>();
    private final List<VideoView> views = new CopyOnWriteArrayList<>();
    private final List<VideoStatus> status = new CopyOnWriteArrayList<>();

    @Override
    public void frame(FrameHeader header, byte[] payload, Instant at) {
      frames.add(header);
      payloads.add(new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public void source(FrameHeader header, VideoView view, Instant at) {
      views.add(view);
    }

    @Override
    public void status(VideoStatus next) {
      status.add(next);
    }

    private VideoStatus.Kind last() {
      return status.isEmpty() ? VideoStatus.Kind.CONNECTING : status.get(status.size() - 1).kind();
    }
  }

  @BeforeEach
  void start() {
    client =
        new StationClient(StationAddress.of(station.url()), "secret", Language.EN, Instant::now);
  }

  @AfterEach
  void stop() {
    if (video != null) {
      video.close();
    }
    client.close();
    station.close();
  }

  private void open() {
    video = client.video("V1", heard);
  }

  private void joins() {
    station.documents.put(RIGHT, "{\"video\":{\"source\":\"V1\"},\"flightId\":\"F-1\"}");
    open();
    await().atMost(WAIT).until(() -> station.viewers() == 1);
    await().atMost(WAIT).until(() -> heard.last() == VideoStatus.Kind.OPEN);
  }

  private void send(FrameType type, int sequence, String payload) {
    station.frame(
        new FrameHeader(
            type,
            VideoCodec.H264,
            sequence == 0,
            false,
            false,
            0,
            0,
            sequence,
            sequence * 40_000L,
            1_795_000_000_000_000L),
        payload.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void frames_come_in_order_and_what_is_no_picture_is_kept_apart() {
    joins();
    send(FrameType.CONFIG, 0, "{}");
    send(FrameType.ACCESS_UNIT, 0, "key");
    send(FrameType.KLV, 1, "klv");
    send(FrameType.STATUS, 1, "{\"source\":\"V1\",\"state\":\"STALE\",\"ageS\":0.7}");
    send(FrameType.ACCESS_UNIT, 1, "delta");
    await().atMost(WAIT).until(() -> heard.frames.size() == 3);

    assertThat(heard.payloads).containsExactly("{}", "key", "delta");
    assertThat(heard.frames.get(2).ptsUs()).isEqualTo(40_000);
    assertThat(heard.views)
        .singleElement()
        .extracting(VideoView::state)
        .isEqualTo(PictureState.STALE);
  }

  @Test
  void what_was_shown_is_acknowledged() throws Exception {
    joins();
    assertThat(station.fromViewers.poll(WAIT.toSeconds(), TimeUnit.SECONDS)).contains("caps");
    video.acknowledge(40_000, 2, 17);

    assertThat(station.fromViewers.poll(WAIT.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo("{\"type\":\"ack\",\"ptsUs\":40000,\"queue\":2,\"lagMs\":17}");
  }

  @Test
  void a_refusal_is_told_with_its_article_and_not_asked_again() {
    station.problems.put(
        RIGHT,
        new Asked(
            "403",
            "{\"type\":\"urn:vigie:problem:view-refused\",\"title\":\"Refused\","
                + "\"code\":\"not-engaged\",\"article\":\"CSI, L242-2\","
                + "\"explanation\":\"Not your flight.\"}"));
    open();
    await().atMost(WAIT).until(() -> heard.last() == VideoStatus.Kind.REFUSED);

    assertThat(heard.status.get(heard.status.size() - 1))
        .isEqualTo(new VideoStatus(VideoStatus.Kind.REFUSED, "Not your flight.", "CSI, L242-2"));
    assertThat(station.viewers()).isZero();
  }

  @Test
  void a_break_comes_back_by_itself() {
    joins();
    station.cut((short) 4408, "no acknowledgement");
    await().atMost(WAIT).until(() -> heard.status.size() >= 4);
    await().atMost(WAIT).until(() -> station.viewers() == 1);

    await().atMost(WAIT).until(() -> heard.last() == VideoStatus.Kind.OPEN);
  }

  @Test
  void a_right_that_ends_is_not_asked_for_again() {
    joins();
    station.cut((short) 4401, "the flight has ended");
    await().atMost(WAIT).until(() -> heard.last() == VideoStatus.Kind.ENDED);
    await().during(Duration.ofSeconds(2)).atMost(WAIT).until(() -> station.viewers() == 0);

    assertThat(heard.status.get(heard.status.size() - 1).words()).isEqualTo("the flight has ended");
  }

  @Test
  void a_station_without_video_says_so_and_is_asked_again_later() {
    open();
    await().atMost(WAIT).until(() -> heard.last() == VideoStatus.Kind.ABSENT);
    station.documents.put(RIGHT, "{}");

    await().atMost(WAIT).until(() -> station.viewers() == 1);
  }
}
