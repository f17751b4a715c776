package org.vigie.simulator.camera.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.sun.Sun;

/**
 * Takes the day out of a picture when the sun is down: what lamps and fires light stays, and the
 * camera's noise comes up. Does nothing by day. Confined to one thread.
 */
final class Darkness {
  /** What a lamp right above gives of the day's brightness, in 256ths. */
  private static final int LAMP = 150;

  /** How far a fire lights the street. */
  private static final double FIRE_REACH_M = 30;

  /** Noise of a picture without light, in steps of brightness to each side. */
  private static final int NOISE = 9;

  private final Scene scene;
  private final List<Incident> fires = new ArrayList<>();
  private int state = 1;

  Darkness(Scene scene) {
    this.scene = scene;
  }

  /** Darkens a picture that was drawn for a time. */
  void fall(Rasteriser from, Viewpoint viewpoint, Instant now, Picture picture) {
    Daylight day = Daylight.of(Sun.elevationDeg(now, scene.origin()));
    if (day.full()) {
      return;
    }
    fires.clear();
    for (Incident incident : scene.incidents()) {
      if (incident.burns(now)) {
        fires.add(incident);
      }
    }
    state = (int) (now.toEpochMilli() * 2_654_435_761L) | 1;
    int light = (int) (256 * day.light());
    int lamps = (int) (LAMP * day.lamps());
    int noise = (int) (256 * NOISE * (1 - day.light()));
    View view = new View(viewpoint, from.width, from.height);
    for (int row = 0; row < from.height; row++) {
      view.row(row);
      row(from, view, row, light, lamps, noise, picture);
    }
  }

  private void row(
      Rasteriser from, View view, int row, int light, int lamps, int noise, Picture picture) {
    int at = row * from.width;
    int half = row / 2 * (from.width / 2);
    byte[] luma = picture.luma();
    for (int x = 0; x < from.width; x++) {
      int share = light;
      if ((from.seen[at + x] & ~Rasteriser.SHADED) != 0) {
        float depth = 1 / from.nearness[at + x];
        double east = view.east(x, depth);
        double north = view.north(x, depth);
        share += (lamps * (scene.lamps().at(east, north) + fire(east, north))) >> 8;
        share = Math.min(256, share);
      }
      int y = 16 + ((((luma[at + x] & 255) - 16) * share) >> 8) + grain(noise);
      luma[at + x] = (byte) Math.max(16, Math.min(235, y));
      if (((row | x) & 1) == 0) {
        int tint = Math.min(256, share + share / 2);
        fade(picture.blue(), half + x / 2, tint);
        fade(picture.red(), half + x / 2, tint);
      }
    }
  }

  private static void fade(byte[] plane, int at, int share) {
    plane[at] = (byte) (128 + ((((plane[at] & 255) - 128) * share) >> 8));
  }

  private int fire(double eastM, double northM) {
    int glow = 0;
    for (Incident fire : fires) {
      double share = 1 - fire.awayM(eastM, northM) / FIRE_REACH_M;
      glow += share > 0 ? (int) (255 * share) : 0;
    }
    return Math.min(255, glow);
  }

  /** Uniform noise, new for each pixel. */
  private int grain(int noise) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >> 24) * noise) >> 15;
  }

  /** Where on the ground a pixel looks. */
  private static final class View {
    private final Viewpoint from;
    private final double[] axes;
    private final double focal;
    private final int width;
    private final int height;
    private double rowEast;
    private double rowNorth;

    View(Viewpoint from, int width, int height) {
      this.from = from;
      this.axes = from.axes();
      this.focal = from.focalPixels(width);
      this.width = width;
      this.height = height;
    }

    void row(int row) {
      double down = (row + 0.5 - height / 2.0) / focal;
      double aside = (0.5 - width / 2.0) / focal;
      rowEast = axes[6] + down * axes[3] + aside * axes[0];
      rowNorth = axes[7] + down * axes[4] + aside * axes[1];
    }

    double east(int x, float depth) {
      return from.eastM() + (rowEast + x * axes[0] / focal) * depth;
    }

    double north(int x, float depth) {
      return from.northM() + (rowNorth + x * axes[1] / focal) * depth;
    }
  }
}
