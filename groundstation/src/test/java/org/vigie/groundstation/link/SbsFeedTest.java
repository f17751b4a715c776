package org.vigie.groundstation.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.traffic.Airspace;
import org.vigie.groundstation.traffic.Traffic;

/** A receiver's feed on a real socket: what it tells, and what it survives. */
final class SbsFeedTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String PLACE =
      "MSG,3,1,1,%s,1,2026/11/21,12:00:00.000,2026/11/21,12:00:00.000,,2400,,,45.44010,4.38022,,,0,0,0,0\r\n";

  @Test
  void a_feed_that_breaks_or_talks_nonsense_comes_back_and_goes_on() throws Exception {
    Airspace airspace = new Airspace();
    try (ServerSocket receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Links links = new Links()) {
      LinkEndpoint endpoint = LinkEndpoint.parse("tcp:127.0.0.1:" + receiver.getLocalPort());
      SbsFeed feed = links.traffic(endpoint, airspace, () -> NOW);
      try (Socket first = receiver.accept()) {
        OutputStream out = first.getOutputStream();
        out.write(new byte[5000]);
        out.write("\nMSG,3,nonsense\n".getBytes(StandardCharsets.US_ASCII));
        out.write(PLACE.formatted("3949E2").getBytes(StandardCharsets.US_ASCII));
        until(airspace, 1);
      }
      try (Socket second = receiver.accept()) {
        second
            .getOutputStream()
            .write(PLACE.formatted("3949E3").getBytes(StandardCharsets.US_ASCII));
        until(airspace, 2);
        assertThat(feed.up()).isTrue();
        assertThat(feed.heard()).isEqualTo(2);
      }
    }
    assertThat(airspace.others("V1", NOW))
        .extracting(Traffic::id)
        .containsExactlyInAnyOrder("3949E2", "3949E3");
  }

  private static void until(Airspace airspace, int aircraft) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> airspace.others("V1", NOW).size() == aircraft);
  }
}
