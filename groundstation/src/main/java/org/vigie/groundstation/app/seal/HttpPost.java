package org.vigie.groundstation.app.seal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests to a witness over HTTP; what answers without end is cut off. Thread-safe. */
final class HttpPost implements WitnessLink.Post {
  private static final Duration CONNECT_AT_MOST = Duration.ofSeconds(2);

  /** A witness writes one small file; who takes longer is asked again later. */
  private static final Duration ANSWER_AT_MOST = Duration.ofSeconds(10);

  /** A hundred lines of cosignatures, post-quantum ones too, are less. */
  private static final int ANSWER_BYTES_MAX = 512 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_AT_MOST)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final URI address;

  /**
   * A way to a witness.
   *
   * @param prefix its submission prefix, for example {@code https://witness.example}
   */
  HttpPost(String prefix) {
    String base = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    this.address = URI.create(base + "/add-checkpoint");
  }

  @Override
  public Answer send(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER_AT_MOST)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      byte[] bytes = in.readNBytes(ANSWER_BYTES_MAX);
      return new Answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
