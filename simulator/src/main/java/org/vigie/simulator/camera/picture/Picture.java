package org.vigie.simulator.camera.picture;

/**
 * One picture as video codecs take it: planar YUV 4:2:0, limited range, ITU-R BT.709, rows without
 * gaps. Drawn over again and again; confined to one thread.
 */
public final class Picture {
  /** Wider or higher is no camera of ours. */
  private static final int SIDE_MAX = 4096;

  private final int width;
  private final int height;
  private final byte[] luma;
  private final byte[] blue;
  private final byte[] red;

  /**
   * A black picture.
   *
   * @throws IllegalArgumentException unless both sides are even and within 16 to 4096
   */
  public Picture(int width, int height) {
    if (width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException("4:2:0 needs even sides, not " + width + "x" + height);
    }
    if (width < 16 || height < 16 || width > SIDE_MAX || height > SIDE_MAX) {
      throw new IllegalArgumentException("no such picture: " + width + "x" + height);
    }
    this.width = width;
    this.height = height;
    this.luma = new byte[width * height];
    this.blue = new byte[width * height / 4];
    this.red = new byte[width * height / 4];
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Y, 16 black to 235 white, row by row; the picture's own array. */
  public byte[] luma() {
    return luma;
  }

  /** Cb of each block of two by two pixels, 128 is grey; the picture's own array. */
  public byte[] blue() {
    return blue;
  }

  /** Cr of each block of two by two pixels, 128 is grey; the picture's own array. */
  public byte[] red() {
    return red;
  }

  /** Red, green and blue of a pixel, 8 bits each. */
  public int rgb(int x, int y) {
    int at = (y / 2) * (width / 2) + x / 2;
    return Colour.rgb(luma[y * width + x] & 255, blue[at] & 255, red[at] & 255);
  }
}
