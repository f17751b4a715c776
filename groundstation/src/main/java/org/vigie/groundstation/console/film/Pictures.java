package org.vigie.groundstation.console.film;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Three pictures: one being made, one ready, one on the screen. Nobody waits for anybody, and none
 * is written while it is shown.
 *
 * @threading {@link #back} and {@link #publish} on the maker's thread, {@link #take} on the
 *     shower's
 */
final class Pictures {
  private @Nullable BufferedImage making;
  private @Nullable Picture ready;
  private @Nullable Picture shown;
  private boolean fresh;

  /** Pixels of the picture being made, of this size. */
  int[] back(int width, int height) {
    BufferedImage image = making;
    if (image == null || image.getWidth() != width || image.getHeight() != height) {
      image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      making = image;
    }
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  /** What was made is ready. */
  void publish(@Nullable Instant takenAt) {
    BufferedImage image = making;
    if (image == null) {
      throw new IllegalStateException("nothing was made");
    }
    synchronized (this) {
      Picture before = ready;
      ready = new Picture(image, takenAt);
      fresh = true;
      making = before == null ? null : before.image();
    }
  }

  /** Forgets what was shown and what is ready. */
  synchronized void clear() {
    ready = null;
    shown = null;
    fresh = false;
  }

  /** The newest picture, absent before the first. It stays as it is until the next call. */
  synchronized @Nullable Picture take() {
    if (fresh) {
      Picture before = shown;
      shown = ready;
      ready = before;
      fresh = false;
    }
    return shown;
  }
}
