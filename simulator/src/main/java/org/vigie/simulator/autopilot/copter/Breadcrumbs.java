package org.vigie.simulator.autopilot.copter;

import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.physics.Vec3;

/**
 * The way that was flown since arming, for SMART_RTL: points at least SRTL_ACCURACY apart, straight
 * parts reduced to their ends, loops cut. Confined to the world's thread.
 *
 * @source AP_SmartRTL.cpp: SRTL_ACCURACY, SRTL_POINTS, 15 s without a point or a position end it;
 *     Ramer-Douglas-Peucker with half the accuracy; loops are cut where the way comes within the
 *     accuracy of itself
 */
final class Breadcrumbs {
  private static final double TIMEOUT_S = 15;

  /**
   * @source SMARTRTL_POINTS_MAX
   */
  private static final int POINTS_MAX = 500;

  private final Craft craft;
  private List<Vec3> path = new ArrayList<>();
  private boolean active;
  private double goodS;
  private double savedS;

  Breadcrumbs(Craft craft) {
    this.craft = craft;
  }

  private int most() {
    return Math.max(0, Math.min(POINTS_MAX, craft.params.getInt("SRTL_POINTS")));
  }

  private double accuracyM() {
    return Math.max(0.1, craft.params.get("SRTL_ACCURACY"));
  }

  /** Begins at the place of arming; without a position or room there is no way to keep. */
  void begin() {
    path = new ArrayList<>();
    active = craft.nav.positionOk() && most() > 0;
    if (!active) {
      if (most() > 0) {
        craft.text(4, "SmartRTL deactivated: bad position");
      }
      return;
    }
    goodS = craft.timeS;
    savedS = craft.timeS;
    path.add(craft.nav.position());
  }

  void end() {
    active = false;
    path = new ArrayList<>();
  }

  /** Whether there is a way back. */
  boolean active() {
    return active;
  }

  /** Looks three times a second while another mode flies. */
  void update() {
    if (!active) {
      return;
    }
    if (!craft.nav.positionOk()) {
      if (craft.timeS - goodS > TIMEOUT_S) {
        deactivate("bad position");
      }
      return;
    }
    goodS = craft.timeS;
    Vec3 here = craft.nav.position();
    if (path.get(path.size() - 1).minus(here).length() < accuracyM()) {
      savedS = craft.timeS;
      return;
    }
    if (path.size() >= most()) {
      path = tidy(path, accuracyM());
    }
    if (path.size() < most()) {
      path.add(here);
      savedS = craft.timeS;
    } else if (craft.timeS - savedS > TIMEOUT_S) {
      deactivate("buffer full");
    }
  }

  private void deactivate(String reason) {
    active = false;
    craft.text(4, "SmartRTL deactivated: " + reason);
  }

  /** The way back, last point first; the way is given up by it. */
  List<Vec3> wayBack() {
    List<Vec3> tidy = tidy(path, accuracyM());
    List<Vec3> back = new ArrayList<>();
    for (int i = tidy.size() - 1; i >= 0; i--) {
      back.add(tidy.get(i));
    }
    return back;
  }

  static List<Vec3> tidy(List<Vec3> points, double accuracyM) {
    return simplify(withoutLoops(points, accuracyM), accuracyM / 2);
  }

  /** Where the way comes back to itself, what lies between is left out. */
  private static List<Vec3> withoutLoops(List<Vec3> points, double accuracyM) {
    List<Vec3> kept = new ArrayList<>();
    int i = 0;
    while (i < points.size()) {
      kept.add(points.get(i));
      int next = i + 1;
      for (int j = points.size() - 1; j > i + 1; j--) {
        if (points.get(j).minus(points.get(i)).length() < accuracyM * 0.99) {
          next = j + 1;
          break;
        }
      }
      i = next;
    }
    return kept;
  }

  private static List<Vec3> simplify(List<Vec3> points, double toleranceM) {
    if (points.size() < 3) {
      return new ArrayList<>(points);
    }
    boolean[] keep = new boolean[points.size()];
    keep[0] = true;
    keep[points.size() - 1] = true;
    List<int[]> spans = new ArrayList<>();
    spans.add(new int[] {0, points.size() - 1});
    while (!spans.isEmpty()) {
      int[] span = spans.remove(spans.size() - 1);
      int far = furthest(points, span[0], span[1], toleranceM);
      if (far > 0) {
        keep[far] = true;
        spans.add(new int[] {span[0], far});
        spans.add(new int[] {far, span[1]});
      }
    }
    List<Vec3> kept = new ArrayList<>();
    for (int i = 0; i < keep.length; i++) {
      if (keep[i]) {
        kept.add(points.get(i));
      }
    }
    return kept;
  }

  private static int furthest(List<Vec3> points, int from, int to, double toleranceM) {
    int worst = -1;
    double worstM = toleranceM;
    for (int i = from + 1; i < to; i++) {
      double offM = ReturnPath.distanceM(points.get(i), points.get(from), points.get(to));
      if (offM > worstM) {
        worst = i;
        worstM = offM;
      }
    }
    return worst;
  }
}
