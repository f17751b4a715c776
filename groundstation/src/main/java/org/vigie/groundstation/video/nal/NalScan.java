package org.vigie.groundstation.video.nal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.picture.VideoCodec;

/** The NAL units of a piece of an Annex B stream. */
final class NalScan {
  /** A 4K picture of one slice a row of macroblocks has 135; more units are no picture. */
  static final int NALS_MAX = 1024;

  private NalScan() {}

  /**
   * One NAL unit.
   *
   * @param from where its start code begins
   * @param header where its header stands
   * @param to where it ends, zeros after it left out
   */
  record Nal(NalKind kind, boolean firstOfPicture, int from, int header, int to) {
    byte[] bytes(byte[] of) {
      return Arrays.copyOfRange(of, header, to);
    }
  }

  /** Finds them; empty if there are more than {@link #NALS_MAX}. */
  static Optional<List<Nal>> scan(VideoCodec codec, byte[] bytes) {
    List<Nal> found = new ArrayList<>();
    int start = next(bytes, 0);
    while (start < bytes.length) {
      int header = start + 3;
      int next = next(bytes, header);
      int to = next;
      while (to > header && bytes[to - 1] == 0) {
        to--;
      }
      if (to > header) {
        if (found.size() >= NALS_MAX) {
          return Optional.empty();
        }
        int from = start > 0 && bytes[start - 1] == 0 ? start - 1 : start;
        found.add(nal(codec, bytes, from, header, to));
      }
      start = next;
    }
    return Optional.of(found);
  }

  private static Nal nal(VideoCodec codec, byte[] bytes, int from, int header, int to) {
    NalKind kind = NalKind.of(codec, bytes[header]);
    int slice = header + NalKind.headerBytes(codec);
    // first_mb_in_slice = 0 and first_slice_segment_in_pic_flag are both a first bit of 1
    boolean first = kind.isSlice() && slice < to && bytes[slice] < 0;
    return new Nal(kind, first, from, header, to);
  }

  /** Where the next 00 00 01 stands, or the end. */
  private static int next(byte[] bytes, int from) {
    int at = from + 2;
    while (at < bytes.length) {
      int b = bytes[at];
      if (b == 1 && bytes[at - 1] == 0 && bytes[at - 2] == 0) {
        return at - 2;
      }
      // a byte over 1 rules out that any start code contains it
      at += b == 0 || b == 1 ? 1 : 3;
    }
    return bytes.length;
  }
}
