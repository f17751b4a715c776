package org.vigie.groundstation.picture;

/** What a binary message of {@code /video/{source}} carries. */
public enum FrameType {
  /** Parameter sets and size changed; the payload is JSON {@code {"codec","width","height"}}. */
  CONFIG(1),
  /** One access unit, Annex B; key frames carry their parameter sets. */
  ACCESS_UNIT(2),
  /** A KLV packet. */
  KLV(3),
  /** How the source is doing; the payload is a {@link VideoView} as JSON. */
  STATUS(4);

  private final int code;

  FrameType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static FrameType of(int code) {
    for (FrameType one : values()) {
      if (one.code == code) {
        return one;
      }
    }
    throw new IllegalArgumentException("no frame type " + code);
  }
}
