package org.vigie.simulator.camera;

import java.util.SplittableRandom;

/**
 * Spoils coded pictures as a broken cable does: the stream goes on and decodes to nonsense. Seeded;
 * confined to one thread.
 */
final class Garbage {
  /** Start code, unit header and the beginning of a slice's header stay. */
  private static final int KEPT = 8;

  private final SplittableRandom random = new SplittableRandom(5);

  /** The same picture with random bytes for its contents, none of them zero. */
  AccessUnit spoil(AccessUnit unit) {
    byte[] bytes = unit.annexB().clone();
    int at = 0;
    while (at < bytes.length) {
      boolean start =
          at + 3 < bytes.length && bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 2] == 1;
      if (start) {
        at += KEPT;
      } else {
        if (bytes[at] != 0) {
          bytes[at] = (byte) random.nextInt(1, 256);
        }
        at++;
      }
    }
    return new AccessUnit(bytes, unit.key());
  }
}
