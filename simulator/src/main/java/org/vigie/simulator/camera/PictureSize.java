package org.vigie.simulator.camera;

/** Sizes of the live picture, with the bits that each needs for a moving town. */
public enum PictureSize {
  /** 640 by 360. */
  SMALL(640, 360, 1_000_000),
  /** 1280 by 720. */
  HD(1280, 720, 2_500_000);

  private final int width;
  private final int height;
  private final int bitsPerS;

  PictureSize(int width, int height, int bitsPerS) {
    this.width = width;
    this.height = height;
    this.bitsPerS = bitsPerS;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Wanted bit rate of the video. */
  public int bitsPerS() {
    return bitsPerS;
  }

  /** For example {@code 640x360}. */
  public String text() {
    return width + "x" + height;
  }
}
