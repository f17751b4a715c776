package org.vigie.groundstation.client;

/**
 * A refusal in the station's words (RFC 9457). Texts are in the client's language.
 *
 * @param status of HTTP
 * @param type last part of the problem's URN, for example {@code conflict}
 * @param detail for people
 * @param reason the station's code of why, empty when it gives none
 * @param article of law that decides, empty when none is named
 */
public record Problem(
    int status, String type, String title, String detail, String reason, String article) {
  private static final String URN = "urn:vigie:problem:";
  private static final int NOT_FOUND = 404;
  private static final int UNAUTHENTICATED = 401;

  static Problem of(int status, Members body) {
    String type = body.text("type");
    String detail = body.text("explanation", body.text("detail"));
    return new Problem(
        status,
        type.startsWith(URN) ? type.substring(URN.length()) : type,
        body.text("title", "HTTP " + status),
        detail,
        body.text("reason", body.text("code")),
        body.text("article"));
  }

  /** The detail, or the title when there is none. */
  public String words() {
    return detail.isEmpty() ? title : detail;
  }

  /** Whether there is nothing under the address: this station does not offer it, or not yet. */
  public boolean absent() {
    return status == NOT_FOUND;
  }

  /** Whether the token was not recognised. */
  public boolean unauthenticated() {
    return status == UNAUTHENTICATED;
  }
}
