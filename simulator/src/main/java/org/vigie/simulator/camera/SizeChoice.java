package org.vigie.simulator.camera;

import java.util.Arrays;

/**
 * Chooses the picture's size: what was asked for, else 1280 by 720 unless the machine has few
 * processors or takes too long for a frame. Confined to the camera's thread; pure.
 */
final class SizeChoice {
  /** Why the size is what it is. */
  enum Reason {
    ASKED_FOR,
    FEW_PROCESSORS,
    STILL_MEASURING,
    TOO_SLOW,
    FAST_ENOUGH
  }

  /** With no more than these the station, the simulation and a browser need them all. */
  static final int FEW_PROCESSORS = 2;

  /** The first second is slow on every machine: code is still being compiled. */
  static final int WARM_UP_FRAMES = 25;

  static final int MEASURED_FRAMES = 50;

  /** Drawing and coding may take so much of the time between two frames. */
  static final double SHARE_MAX = 0.4;

  private static final double FRAME_MS = 1000.0 / H264Encoder.FRAMES_PER_S;

  private final double[] measuredMs = new double[MEASURED_FRAMES];
  private PictureSize size;
  private Reason reason;
  private int frames;

  SizeChoice(CameraSettings settings, int processors) {
    if (settings.fixedSize().isPresent()) {
      size = settings.fixedSize().get();
      reason = Reason.ASKED_FOR;
    } else if (processors <= FEW_PROCESSORS) {
      size = PictureSize.SMALL;
      reason = Reason.FEW_PROCESSORS;
    } else {
      size = PictureSize.HD;
      reason = Reason.STILL_MEASURING;
    }
  }

  /** A frame took so long to draw and to code. */
  void measured(double drawMs, double encodeMs) {
    if (reason != Reason.STILL_MEASURING) {
      return;
    }
    int index = frames++ - WARM_UP_FRAMES;
    if (index >= 0) {
      measuredMs[index] = drawMs + encodeMs;
    }
    if (index == MEASURED_FRAMES - 1) {
      Arrays.sort(measuredMs);
      boolean slow = measuredMs[MEASURED_FRAMES / 2] > SHARE_MAX * FRAME_MS;
      reason = slow ? Reason.TOO_SLOW : Reason.FAST_ENOUGH;
      size = slow ? PictureSize.SMALL : PictureSize.HD;
    }
  }

  PictureSize size() {
    return size;
  }

  Reason reason() {
    return reason;
  }
}
