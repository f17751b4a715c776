package org.vigie.simulator.camera;

import java.util.Arrays;
import java.util.Locale;

/** Counts what a camera does; written by its thread, read by any. Thread-safe. */
final class CameraMeter {
  /** Medians are over the last ten seconds. */
  private static final int WINDOW = 10 * H264Encoder.FRAMES_PER_S;

  private final double[] drawMs = new double[WINDOW];
  private final double[] encodeMs = new double[WINDOW];
  private long frames;
  private long skipped;
  private long bytes;

  synchronized void frame(VideoLine.Cost cost) {
    drawMs[(int) (frames % WINDOW)] = cost.drawMs();
    encodeMs[(int) (frames % WINDOW)] = cost.encodeMs();
    frames++;
    bytes += cost.bytes();
  }

  synchronized void skipped(long count) {
    skipped += count;
  }

  synchronized CameraFigures figures(SizeChoice.Reason reason, PictureSize size, long[] datagrams) {
    return new CameraFigures(
        size.text(),
        reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        frames,
        skipped,
        bytes,
        datagrams[0],
        datagrams[1],
        median(drawMs),
        median(encodeMs));
  }

  private double median(double[] values) {
    int count = (int) Math.min(frames, WINDOW);
    if (count == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[count / 2];
  }
}
