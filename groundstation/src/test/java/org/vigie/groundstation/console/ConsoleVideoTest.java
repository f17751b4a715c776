package org.vigie.groundstation.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.console.film.Footage;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;
import org.vigie.groundstation.picture.VideoCodec;

/** The aircraft's picture on the screen, and that a frozen one does not look live. */
@Tag("alone")
class ConsoleVideoTest {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final int RED_LEAST = 200;

  private int number;

  private void send(FakeStation station, byte[] unit, boolean key) {
    station.frame(
        new FrameHeader(
            FrameType.ACCESS_UNIT,
            VideoCodec.H264,
            key,
            false,
            false,
            0,
            0,
            number,
            number++ * 40_000L,
            ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())),
        unit);
  }

  private static int red(ConsoleProcess console) throws Exception {
    return Integer.parseInt(console.tell("colour video"), 16) >> 16;
  }

  @Test
  void a_picture_shows_with_its_age_greys_after_a_second_and_comes_back() throws Exception {
    List<byte[]> red = Footage.of(1, 81, 90, 240);
    try (XvfbDisplay display = XvfbDisplay.start(1280, 800);
        FakeStation station = new FakeStation()) {
      Scenes.set(station, "ON_SCENE");
      station.documents.put("/api/videos/V1", "{}");
      try (ConsoleProcess console = ConsoleProcess.open(display.name(), station.url(), "secret")) {
        await().atMost(WAIT).until(() -> station.viewers() == 1);
        await()
            .atMost(WAIT)
            .untilAsserted(
                () -> {
                  send(station, red.get(0), true);
                  assertThat(console.tell("said video")).startsWith("picture 0.");
                  assertThat(red(console)).isGreaterThan(RED_LEAST);
                });
        await()
            .atMost(WAIT)
            .untilAsserted(
                () -> {
                  assertThat(console.tell("said video")).startsWith("NO NEW PICTURE for ");
                  assertThat(red(console)).isLessThan(RED_LEAST);
                });
        await()
            .atMost(WAIT)
            .untilAsserted(
                () -> {
                  send(station, red.get(0), true);
                  assertThat(console.tell("said video")).startsWith("picture 0.");
                });
        station.cut((short) 4401, "flight-over");
        await()
            .atMost(WAIT)
            .untilAsserted(
                () -> {
                  assertThat(console.tell("said video"))
                      .isEqualTo("The picture has ended. The flight is over.");
                  assertThat(red(console)).isLessThan(RED_LEAST);
                });
        assertThat(console.tell("violations")).startsWith("0 ");
      }
    }
  }
}
