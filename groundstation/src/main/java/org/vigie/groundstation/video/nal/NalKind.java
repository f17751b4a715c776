package org.vigie.groundstation.video.nal;

import org.vigie.groundstation.picture.VideoCodec;

/** What a NAL unit is to the relay. */
enum NalKind {
  /** A slice that others refer to and that refers to none: decoding can begin here. */
  KEY_SLICE,
  SLICE,
  DELIMITER,
  VIDEO_SET,
  SEQUENCE_SET,
  PICTURE_SET,
  /** Belongs before the slices of its picture, such as SEI. */
  PREFIX,
  OTHER;

  boolean isSlice() {
    return this == KEY_SLICE || this == SLICE;
  }

  boolean isSet() {
    return this == VIDEO_SET || this == SEQUENCE_SET || this == PICTURE_SET;
  }

  /** Whether it opens a new picture once slices have been seen. */
  boolean opensPicture() {
    return this == DELIMITER || this == PREFIX || isSet();
  }

  static int headerBytes(VideoCodec codec) {
    return codec == VideoCodec.H264 ? 1 : 2;
  }

  static NalKind of(VideoCodec codec, byte header) {
    return codec == VideoCodec.H264 ? h264(header & 0x1F) : h265(header >> 1 & 0x3F);
  }

  /**
   * @source H.264 table 7-1 and 7.4.1.2.3
   */
  private static NalKind h264(int type) {
    return switch (type) {
      case 1, 2 -> SLICE;
      case 5 -> KEY_SLICE;
      case 6, 14, 15, 16, 17, 18 -> PREFIX;
      case 7 -> SEQUENCE_SET;
      case 8 -> PICTURE_SET;
      case 9 -> DELIMITER;
      default -> OTHER; // partitions B and C, end of sequence, filler, auxiliary pictures
    };
  }

  /**
   * @source H.265 table 7-1 and 7.4.2.4.4
   */
  private static NalKind h265(int type) {
    if (type <= 9) {
      return SLICE;
    }
    if (type >= 16 && type <= 21) {
      return KEY_SLICE;
    }
    return switch (type) {
      case 32 -> VIDEO_SET;
      case 33 -> SEQUENCE_SET;
      case 34 -> PICTURE_SET;
      case 35 -> DELIMITER;
      case 39, 41, 42, 43, 44 -> PREFIX;
      default -> OTHER;
    };
  }
}
