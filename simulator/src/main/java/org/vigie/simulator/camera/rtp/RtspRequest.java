package org.vigie.simulator.camera.rtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request of a receiver.
 *
 * @param method for example SETUP
 * @param uri as it was sent
 * @param headers by their names in lower case
 * @source RFC 7826 (RTSP 2.0) and RFC 2326 (1.0, which this speaks)
 */
public record RtspRequest(String method, String uri, Map<String, String> headers) {
  /** The one track of a stream. */
  public static final String TRACK = "trackID=0";

  /** Longer requests are attacks. */
  public static final int LENGTH_MAX = 8192;

  public RtspRequest {
    headers = Map.copyOf(headers);
  }

  /** Requests that have come, one after the other, with interleaved packets between them. */
  public static final class Reader {
    private final byte[] buffer = new byte[LENGTH_MAX];
    private int length;

    /**
     * Takes a byte.
     *
     * @return a request when this byte ends one
     * @throws IllegalArgumentException if what has come can be no request
     */
    public Optional<RtspRequest> read(byte value) {
      if (length == LENGTH_MAX) {
        throw new IllegalArgumentException("a request longer than " + LENGTH_MAX + " bytes");
      }
      buffer[length++] = value;
      if (buffer[0] == '$') {
        skipPacket();
        return Optional.empty();
      }
      if (length < 4 || value != '\n' || buffer[length - 3] != '\n') {
        return Optional.empty();
      }
      String text = new String(buffer, 0, length, StandardCharsets.UTF_8);
      length = 0;
      return Optional.of(parse(text));
    }

    /** What receivers report in between. @source RFC 2326 section 10.12 */
    private void skipPacket() {
      if (length >= 4) {
        int size = ((buffer[2] & 0xFF) << 8) | (buffer[3] & 0xFF);
        if (size + 4 > LENGTH_MAX) {
          throw new IllegalArgumentException("a packet of " + size + " bytes");
        }
        if (length == size + 4) {
          length = 0;
        }
      }
    }
  }

  private static RtspRequest parse(String text) {
    String[] lines = text.strip().split("\r?\n");
    String[] words = lines[0].split(" ");
    if (words.length != 3 || !words[2].startsWith("RTSP/")) {
      throw new IllegalArgumentException("no request line");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return new RtspRequest(words[0], words[1], headers);
  }

  /** A header; empty when there is none. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The stream's name: the path without the track. */
  public String stream() {
    String path = uri.replaceFirst("^rtsp://[^/]*", "").replaceFirst("\\?.*$", "");
    path = path.endsWith(TRACK) ? path.substring(0, path.length() - TRACK.length()) : path;
    return path.replaceAll("^/+|/+$", "");
  }

  /**
   * Two numbers of the Transport header.
   *
   * @param name client_port or interleaved
   */
  public Optional<int[]> pair(String name) {
    for (String part : header("transport").orElse("").split("[;,]")) {
      if (part.strip().matches(name + "=\\d{1,5}(-\\d{1,5})?")) {
        String[] numbers = part.substring(part.indexOf('=') + 1).strip().split("-");
        int first = Integer.parseInt(numbers[0]);
        int second = numbers.length > 1 ? Integer.parseInt(numbers[1]) : first + 1;
        return first <= 65_535 && second <= 65_535
            ? Optional.of(new int[] {first, second})
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
