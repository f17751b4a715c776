package org.vigie.groundstation.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.client.LiveConnection;
import org.vigie.groundstation.client.LiveStatus;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.client.StationAddress;
import org.vigie.groundstation.client.StationClient;
import org.vigie.groundstation.text.Language;

/** The live picture over the wire, against a station made by hand. */
@NullUnmarked // what is missing fails the test anyway
class LiveConnectionTest {
  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final short POLICY = 1008;

  private final FakeStation station = new FakeStation();
  private final BlockingQueue<LiveStatus> status = new LinkedBlockingQueue<>();
  private StationClient client;

  @BeforeEach
  void start() {
    station.shows(Scenes.snapshot("ON_SCENE"));
    client =
        new StationClient(StationAddress.of(station.url()), "secret", Language.EN, Instant::now);
    LiveConnection unused =
        client.live(
            new LiveConnection.Listener() {
              @Override
              public void snapshot(Snapshot snapshot, Instant at) {}

              @Override
              public void status(LiveStatus next) {
                status.add(next);
              }
            },
            () -> true);
  }

  @AfterEach
  void stop() {
    client.close();
    station.close();
  }

  private boolean connected() throws InterruptedException {
    LiveStatus next = status.poll(WAIT.toSeconds(), TimeUnit.SECONDS);
    return next != null && next.open();
  }

  private void endedAndBack(String reason) throws InterruptedException {
    assertThat(connected()).isTrue();
    await().atMost(WAIT).until(() -> !station.fromLive.isEmpty());
    station.endLive(POLICY, reason);
    assertThat(connected()).isFalse();
    station.fromLive.clear();
    assertThat(connected()).isTrue();
  }

  @Test
  void presence_goes_on_after_a_close_that_says_nothing_of_pilots() throws Exception {
    endedAndBack("too many messages");

    await().atMost(WAIT).until(() -> !station.fromLive.isEmpty());
  }

  @Test
  void someone_who_is_no_pilot_watches_on_and_says_no_more() throws Exception {
    endedAndBack("only a pilot can be present");

    assertThat(station.fromLive.poll(2_500, TimeUnit.MILLISECONDS)).isNull();
  }
}
