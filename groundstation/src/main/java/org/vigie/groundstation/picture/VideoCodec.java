package org.vigie.groundstation.picture;

/** How the pictures of a source are coded. */
public enum VideoCodec {
  H264(1),
  H265(2);

  private final int code;

  VideoCodec(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static VideoCodec of(int code) {
    for (VideoCodec one : values()) {
      if (one.code == code) {
        return one;
      }
    }
    throw new IllegalArgumentException("no video codec " + code);
  }
}
