package org.vigie.groundstation.client;

/**
 * How a viewing of live video is.
 *
 * @param words of the station when it refused or cut it, empty else
 * @param article of law on which it was refused or cut, empty else
 */
public record VideoStatus(Kind kind, String words, String article) {
  /** What can be said of a viewing. */
  public enum Kind {
    /** Asking, or trying again. */
    CONNECTING,
    /** Frames come, or will when the source sends some. */
    OPEN,
    /** This person may not watch this now. */
    REFUSED,
    /** The right to watch has ended, mostly because the flight has; the words are a code of why. */
    ENDED,
    /** Nothing flies on this source. */
    NO_FLIGHT,
    /** This station has no live video, or not under this name. */
    ABSENT
  }

  /** A status that needs no words. */
  public static VideoStatus of(Kind kind) {
    return new VideoStatus(kind, "", "");
  }
}
