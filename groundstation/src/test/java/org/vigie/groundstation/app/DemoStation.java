package org.vigie.groundstation.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.planner.canonical.ContentHash;

/** The demonstration's station, laid out without the demonstration. */
public final class DemoStation {
  private static final String TEMPLATE = "/org/vigie/groundstation/demo/saint-etienne";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9._-]+)}");

  private DemoStation() {}

  /** The template filled; a person's token is {@code token-of-ID}. */
  public static String yaml(int httpPort, String link) throws IOException {
    Map<String, String> values =
        Map.ofEntries(
            Map.entry("language", "en"),
            Map.entry("http.port", Integer.toString(httpPort)),
            Map.entry("wind.fromDeg", "340.0"),
            Map.entry("wind.speedMps", "3.0"),
            Map.entry("site.lat", "45.4386"),
            Map.entry("site.lon", "4.3766"),
            Map.entry("site.amslM", "538.2"),
            Map.entry("link.1", link),
            Map.entry("remoteId", "{carriedBy: module}"),
            Map.entry("video.1", "udp:127.0.0.1:" + freeUdpPort()),
            Map.entry(
                "cameras",
                "[{id: cctv-01, name: place Roannelle, lat: 45.4361, lon: 4.3836, snapshot: \"http://127.0.0.1:9/1.jpg\", services: [pm42218, sdis42]}]"));
    Matcher matcher = PLACEHOLDER.matcher(resource(TEMPLATE + "/station.yaml"));
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value =
          name.startsWith("token.")
              ? "\"" + hash("token-of-" + name.substring("token.".length())) + "\""
              : Objects.requireNonNull(values.get(name), name);
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  private static int freeUdpPort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String hash(String token) {
    return ContentHash.of(token.getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** Writes the whole station into a folder; its configuration file. */
  public static Path lay(Path folder, int httpPort, String link) throws IOException {
    Path template = templateFolder();
    try (Stream<Path> walk = Files.walk(template)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(template.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Files.writeString(
        folder.resolve("terrain.asc"), resource("/org/vigie/simulator/scenario/saint-etienne.asc"));
    Files.writeString(
        folder.resolve("town.json"), "{\"type\": \"FeatureCollection\", \"features\": []}");
    return Files.writeString(folder.resolve("station.yaml"), yaml(httpPort, link));
  }

  private static Path templateFolder() {
    try {
      return Path.of(Objects.requireNonNull(DemoStation.class.getResource(TEMPLATE)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(DemoStation.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
