package org.vigie.simulator.mavlink;

/** What a camera is doing: zoom, pictures, recording. Confined to the world's thread. */
final class CameraState {
  /** Pictures on a 64 GB card at 20 MB each, before it is full. */
  private static final int IMAGES_MAX = 3000;

  /** A faster series than this is refused by cameras. */
  private static final double SERIES_S_MIN = 0.5;

  private final double zoomMax;
  private double zoom = 1;
  private double zoomRatePerS;
  private double focusPercent = Double.NaN;
  private int mode;
  private int images;
  private int left;
  private double seriesS;
  private double nextS;
  private double recordingSinceS = -1;
  private double zoomedAtS;

  CameraState(double zoomMax) {
    this.zoomMax = zoomMax;
  }

  /** Share of the zoom range in percent. */
  double zoomPercent() {
    return zoomMax <= 1 ? 0 : 100 * (zoom - 1) / (zoomMax - 1);
  }

  double zoom() {
    return zoom;
  }

  void zoomTo(double percent) {
    zoomRatePerS = 0;
    zoom = 1 + Math.max(0, Math.min(100, percent)) / 100 * (zoomMax - 1);
  }

  /** In steps of a tenth of the range. */
  void zoomStep(double steps) {
    zoomTo(zoomPercent() + 10 * Math.max(-10, Math.min(10, steps)));
  }

  /** A fifth of the range a second at full rate, until 0 is sent. */
  void zoomRate(double rate, double nowS) {
    zoomedAtS = nowS;
    zoomRatePerS = Math.max(-1, Math.min(1, rate)) * (zoomMax - 1) / 5;
  }

  void focus(double percent) {
    focusPercent = percent;
  }

  double focusPercent() {
    return focusPercent;
  }

  /** CAMERA_MODE: 0 image, 1 video, 2 survey. */
  int mode() {
    return mode;
  }

  boolean setMode(int wanted) {
    if (wanted < 0 || wanted > 2) {
      return false;
    }
    mode = wanted;
    return true;
  }

  /**
   * Takes pictures from now on.
   *
   * @param count how many, 0 for until stopped
   */
  boolean shoot(double intervalS, int count, double nowS) {
    if (!(intervalS >= 0) || count < 0 || images >= IMAGES_MAX) {
      return false;
    }
    seriesS = Math.max(SERIES_S_MIN, intervalS);
    boolean one = count == 1 || (intervalS == 0 && count == 0);
    left = one ? 1 : count == 0 ? Integer.MAX_VALUE : count;
    nextS = nowS;
    return true;
  }

  void stopShooting() {
    left = 0;
  }

  boolean shooting() {
    return left > 0;
  }

  double intervalS() {
    return left > 1 ? seriesS : 0;
  }

  /** Whether a picture is taken now; its index is the count afterwards, less one. */
  boolean tick(double nowS) {
    zoom = Math.max(1, Math.min(zoomMax, zoom + zoomRatePerS * (nowS - zoomedAtS)));
    zoomedAtS = nowS;
    if (left <= 0 || nowS < nextS) {
      return false;
    }
    if (images >= IMAGES_MAX) {
      left = 0;
      return false;
    }
    left--;
    images++;
    nextS = nowS + seriesS;
    return true;
  }

  int images() {
    return images;
  }

  int imagesLeft() {
    return IMAGES_MAX - images;
  }

  void forget() {
    images = 0;
  }

  void record(boolean on, double nowS) {
    if (!on) {
      recordingSinceS = -1;
    } else if (recordingSinceS < 0) {
      recordingSinceS = nowS;
    }
  }

  /** Seconds recorded, negative when it does not. */
  double recordedS(double nowS) {
    return recordingSinceS < 0 ? -1 : nowS - recordingSinceS;
  }
}
