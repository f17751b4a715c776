package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that come from the air. */
class StreamAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      RTSP     | rtsp://10.0.0.7:8554/wide   | rtsp://10.0.0.7:8554/wide |
      RTSP     | rtsp://u:p@cam.local/a?b=c  | rtsp://cam.local/a?b=c    |
      RTSP     | rtsp://[fd00::7]:554/x      | rtsp://[fd00::7]:554/x    |
      RTP_UDP  | 5600                        | 5600                      |
      RTP_UDP  | udp://0.0.0.0:5600          | udp://0.0.0.0:5600        |
      RTP_UDP  | 192.168.1.10:5600           | udp://192.168.1.10:5600   |
      TCP_MPEG | tcp://10.0.0.7:5000         | tcp://10.0.0.7:5000       |
      MPEG_TS  | udp://239.0.0.1:1234        | udp://239.0.0.1:1234      |
      RTSP     |                             |                           | stream-uri-missing
      RTSP     | rtsp://                     |                           | stream-uri-malformed
      RTSP     | 8554                        |                           | stream-uri-malformed
      RTSP     | http://10.0.0.7/x           |                           | stream-uri-other-type
      RTSP     | file:///etc/passwd          |                           | stream-uri-malformed
      RTSP     | rtsp://10.0.0.7/a b         |                           | stream-uri-malformed
      RTSP     | rtsp://10.0.0.7:99999/a     |                           | stream-uri-malformed
      RTP_UDP  | 0                           |                           | stream-uri-malformed
      RTP_UDP  | 99999                       |                           | stream-uri-malformed
      RTP_UDP  | 5600560056005600            |                           | stream-uri-malformed
      RTP_UDP  | udp://10.0.0.7              |                           | stream-uri-malformed
      UNKNOWN  | rtsp://10.0.0.7/x           |                           | stream-type-unknown
      """)
  void an_address_is_taken_or_refused_with_what_is_wrong(
      StreamAddress.Type type, String told, String uri, String problem) {
    StreamAddress read = StreamAddress.of(type, told == null ? "" : told);
    assertThat(read.uri()).isEqualTo(uri == null ? "" : uri);
    assertThat(read.problem()).isEqualTo(problem == null ? "" : problem);
  }

  @Test
  void an_address_that_fills_its_field_may_have_been_cut_and_is_refused() {
    String longest = "rtsp://10.0.0.7/" + "a".repeat(143);
    assertThat(longest).hasSize(159);
    assertThat(StreamAddress.of(StreamAddress.Type.RTSP, longest).problem()).isEmpty();
    assertThat(StreamAddress.of(StreamAddress.Type.RTSP, longest + "a").problem())
        .isEqualTo("stream-uri-cut");
  }

  @Test
  void no_text_at_all_makes_it_throw_or_lets_an_address_and_a_problem_through() {
    SplittableRandom random = new SplittableRandom(3);
    String[] parts = {
      "rtsp://", "udp://", "@", ":", "/", "[", "]", "%", "é", "\n", "10.0.0.7", "5"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder told = new StringBuilder();
      for (int k = random.nextInt(6); k >= 0; k--) {
        told.append(
            random.nextInt(4) == 0
                ? String.valueOf((char) random.nextInt(256))
                : parts[random.nextInt(parts.length)]);
      }
      for (StreamAddress.Type type : StreamAddress.Type.values()) {
        StreamAddress read = StreamAddress.of(type, told.toString());
        assertThat(read.uri().isEmpty()).isNotEqualTo(read.problem().isEmpty());
        assertThat(URI.create(read.uri()).getRawUserInfo()).isNull();
      }
    }
  }
}
