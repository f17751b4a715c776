package org.vigie.simulator.camera.rtp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may ask for pictures. Cameras of this age know nothing better; it is no secret to a listener.
 *
 * @source RFC 2617 section 3.2 (digest without qop), as RTSP 1.0 uses it
 */
public record Digest(String user, String password) {
  static final String REALM = "vigie";
  private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /** The question to one who has not said who he is. */
  public static String challenge(String nonce) {
    return "Digest realm=\"" + REALM + "\", nonce=\"" + nonce + "\"";
  }

  /** Whether a request answers the question. */
  public boolean admits(RtspRequest request, String nonce) {
    String given = request.header("authorization").orElse("");
    if (!given.startsWith("Digest ") || !part(given, "nonce").equals(Optional.of(nonce))) {
      return false;
    }
    String uri = part(given, "uri").orElse("");
    String first = md5(user + ":" + REALM + ":" + password);
    String second = md5(request.method() + ":" + uri);
    String wanted = md5(first + ":" + nonce + ":" + second);
    return part(given, "username").equals(Optional.of(user))
        && part(given, "response").map(wanted::equals).orElse(false);
  }

  private static Optional<String> part(String text, String name) {
    Matcher matcher = PART.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return Optional.of(matcher.group(2));
      }
    }
    return Optional.empty();
  }

  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  @Override
  public String toString() {
    return "Digest[" + user + "]";
  }
}
