package org.vigie.groundstation.console.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.client.VideoStatus;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;
import org.vigie.groundstation.picture.VideoCodec;

/**
 * Decoded pictures have the colour that was coded. Luma 81, chromas 90 and 240 are red, 145, 54 and
 * 34 green.
 *
 * @source ITU-R BT.601: the primaries' values in studio range
 */
@NullUnmarked // what is missing fails the test anyway
class FilmTest {
  private static final Instant START = Instant.parse("2026-11-24T13:00:00Z");
  private static final int RED = 0xFF0000;
  private static final int GREEN = 0x00FF00;
  private static final int TOLERANCE = 24;

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final BlockingQueue<Long> acknowledged = new LinkedBlockingQueue<>();
  private Film film;

  @BeforeEach
  void open() {
    film = new Film(now::get, "test", () -> {});
    film.acknowledgeTo((pts, queue, lag) -> acknowledged.add(pts));
    film.size(160, 90);
  }

  @AfterEach
  void close() {
    film.close();
  }

  private void send(byte[] unit, int number, boolean key, int epoch) {
    send(unit, number, key, false, epoch, now.get());
  }

  private void send(
      byte[] unit, int number, boolean key, boolean damaged, int epoch, Instant captured) {
    film.frame(
        new FrameHeader(
            FrameType.ACCESS_UNIT,
            VideoCodec.H264,
            key,
            damaged,
            false,
            0,
            epoch,
            number,
            number * 40_000L,
            ChronoUnit.MICROS.between(Instant.EPOCH, captured)),
        unit,
        now.get());
  }

  private void isAcknowledged(int number) throws InterruptedException {
    Long pts;
    do {
      pts = acknowledged.poll(20, TimeUnit.SECONDS);
      assertThat(pts).as("frame " + number + " was shown").isNotNull();
    } while (pts != number * 40_000L);
  }

  private static void isColour(Picture picture, int expected) {
    assertThat(picture).isNotNull();
    int seen = picture.image().getRGB(picture.image().getWidth() / 2, 20) & 0xFFFFFF;
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(seen >> shift & 0xFF)
          .as(Integer.toHexString(seen))
          .isCloseTo(expected >> shift & 0xFF, offset(TOLERANCE));
    }
  }

  @Test
  void the_newest_picture_has_the_coded_colour_and_the_size_of_its_place() throws Exception {
    List<byte[]> red = Footage.of(3, 81, 90, 240);
    for (int i = 0; i < red.size(); i++) {
      send(red.get(i), i, i == 0, 0);
    }
    isAcknowledged(2);
    Picture picture = film.picture();

    isColour(picture, RED);
    assertThat(picture.image().getWidth()).isEqualTo(160);
    assertThat(picture.image().getHeight()).isEqualTo(90);
  }

  @Test
  void a_new_epoch_begins_at_its_key_frame() throws Exception {
    List<byte[]> red = Footage.of(2, 81, 90, 240);
    List<byte[]> green = Footage.of(2, 145, 54, 34);
    send(red.get(0), 0, true, 0);
    send(red.get(1), 1, false, 0);
    isAcknowledged(1);
    isColour(film.picture(), RED);
    send(green.get(0), 2, true, 1);
    send(green.get(1), 3, false, 1);
    isAcknowledged(3);

    isColour(film.picture(), GREEN);
  }

  @Test
  void what_comes_before_the_first_key_frame_is_passed_over() throws Exception {
    List<byte[]> red = Footage.of(Footage.GROUP + 2, 81, 90, 240);
    for (int i = 5; i < red.size(); i++) {
      send(red.get(i), i, i == Footage.GROUP, 0);
    }

    assertThat(acknowledged.poll(20, TimeUnit.SECONDS)).isEqualTo(Footage.GROUP * 40_000L);
    isAcknowledged(Footage.GROUP + 1);
    isColour(film.picture(), RED);
  }

  @Test
  void a_damaged_unit_is_left_out_and_a_broken_one_waits_for_the_next_key_frame() throws Exception {
    List<byte[]> red = Footage.of(2, 81, 90, 240);
    List<byte[]> green = Footage.of(2, 145, 54, 34);
    send(red.get(0), 0, true, 0);
    send(red.get(1), 1, false, true, 0, now.get());
    send(new byte[] {0, 0, 0, 1, 0x67, 1, 2, 3}, 2, false, 0);
    send(green.get(0), 3, true, 0);
    send(green.get(1), 4, false, 0);
    isAcknowledged(4);

    isColour(film.picture(), GREEN);
  }

  @Test
  void a_picture_is_as_old_as_its_capture_when_the_clocks_agree() throws Exception {
    List<byte[]> red = Footage.of(1, 81, 90, 240);
    send(red.get(0), 0, true, false, 0, START.minusMillis(300));
    isAcknowledged(0);
    assertThat(film.picture().takenAt()).isEqualTo(START.minusMillis(300));
  }

  @Test
  void a_picture_that_comes_a_minute_late_is_a_minute_old() throws Exception {
    List<byte[]> red = Footage.of(1, 81, 90, 240);
    send(red.get(0), 0, true, false, 0, START.minusMillis(300));
    isAcknowledged(0);
    now.set(START.plusSeconds(60));
    send(red.get(0), 1, true, false, 0, START);
    isAcknowledged(1);

    assertThat(film.picture().takenAt()).isEqualTo(START);
  }

  @Test
  void an_age_that_cannot_be_told_is_not_told() throws Exception {
    List<byte[]> red = Footage.of(1, 81, 90, 240);
    send(red.get(0), 0, true, false, 0, START.minus(Duration.ofHours(1)));
    isAcknowledged(0);

    assertThat(film.picture().takenAt()).isNull();
  }

  @Test
  void when_the_right_ends_the_last_picture_is_gone_and_no_late_one_comes() throws Exception {
    List<byte[]> red = Footage.of(2, 81, 90, 240);
    film.status(VideoStatus.of(VideoStatus.Kind.OPEN));
    send(red.get(0), 0, true, 0);
    isAcknowledged(0);
    assertThat(film.picture()).isNotNull();
    film.status(new VideoStatus(VideoStatus.Kind.REFUSED, "flight-over", ""));
    assertThat(film.picture()).isNull();
    send(red.get(0), 1, true, 0);
    isAcknowledged(1);
    assertThat(film.picture()).isNull();
    film.status(VideoStatus.of(VideoStatus.Kind.OPEN));

    assertThat(film.picture()).isNull();
  }

  @Test
  void a_burst_larger_than_the_queue_goes_on_at_a_key_frame() {
    List<byte[]> red = Footage.of(200, 81, 90, 240);
    for (int i = 0; i < red.size(); i++) {
      send(red.get(i), i, i % Footage.GROUP == 0, 0);
    }

    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> isColour(film.picture(), RED));
  }
}
