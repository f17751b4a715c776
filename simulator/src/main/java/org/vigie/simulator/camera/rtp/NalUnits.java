package org.vigie.simulator.camera.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of a coded picture.
 *
 * @source ITU-T H.264, annex B: units behind start codes of three bytes, zeroes in front of them
 */
final class NalUnits {
  private static final int START = 3;

  private NalUnits() {}

  /** Units of an access unit, without start codes; views of the array. */
  static List<ByteBuffer> of(byte[] annexB) {
    List<ByteBuffer> units = new ArrayList<>();
    int begin = next(annexB, 0);
    while (begin < annexB.length) {
      int from = begin + START;
      begin = next(annexB, from);
      int to = begin;
      while (to > from && annexB[to - 1] == 0) {
        to--; // zeroes belong to the next start code
      }
      if (to > from) {
        units.add(ByteBuffer.wrap(annexB, from, to - from).slice());
      }
    }
    return units;
  }

  /** Where the next start code is, or the end. */
  private static int next(byte[] bytes, int from) {
    for (int i = from; i + START <= bytes.length; i++) {
      if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1) {
        return i;
      }
    }
    return bytes.length;
  }
}
