package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.planner.request.HomeError;

/**
 * From where a plain RTL would leave what is proven. Every triangle that its straight lines sweep
 * is checked whole; where one does not hold, the stretch that it starts from is halved until it is
 * known to {@link #STRETCH_M}. Where no failsafe leads to it, it is the pilot who must not use it
 * there: a risk that remains, with the stretch.
 */
final class PlainReturnChecks {
  /** Unsafe stretches are told this exactly, on the side of too long. */
  static final double STRETCH_M = 5;

  /** Parts of a way that are less apart are the same. */
  private static final double SAME = 1e-9;

  private static final String BRANCH = "plain-rtl from ";

  private final Case c;
  private final Held fence;
  private final PlainReturn plain;
  private final boolean configured;
  private final List<Unsafe> unsafe = new ArrayList<>();

  /** A part of a way that is not safe, and why. */
  private record Unsafe(Way way, double from, double to, String subject) {}

  private PlainReturnChecks(Case c, Held fence) {
    this.c = c;
    this.fence = fence;
    this.plain = PlainReturn.of(c);
    this.configured = PlainReturn.isConfigured(c);
  }

  static void run(Case c) {
    if (c.fence().held().isEmpty()) {
      c.add(ProofCheck.PLAIN_RTL_UNSAFE.atMost("plain-rtl", Double.NaN, 0, "fence"));
      return;
    }
    new PlainReturnChecks(c, c.fence().held().get()).run();
  }

  private void run() {
    for (Way way : c.ways()) {
      double lengthM = way.lengthM();
      int pieces = Math.max(1, (int) Math.ceil(lengthM / ReturnStretch.PIECE_M));
      double slackM = 2 * (lengthM / pieces / 2 + ReturnStretch.ERROR_M) + HomeError.HORIZONTAL_M;
      for (PlainReturn.Goal goal : plain.goals()) {
        choose(way, goal, pieces, slackM);
      }
    }
    List<Unsafe> runs = merged();
    if (runs.isEmpty()) {
      c.add(ProofCheck.PLAIN_RTL_UNSAFE.atMost("plain-rtl", 0, 0, ""));
    }
    for (Unsafe run : runs) {
      tell(run);
    }
  }

  /** The stretches of a way from which a goal may be chosen. */
  private void choose(Way way, PlainReturn.Goal goal, int pieces, double slackM) {
    int first = -1;
    for (int piece = 0; piece <= pieces; piece++) {
      boolean chosen =
          piece < pieces && plain.mayChoose(goal, way.at((piece + 0.5) / pieces), slackM);
      if (chosen && first < 0) {
        first = piece;
      } else if (!chosen && first >= 0) {
        halve(way, (double) first / pieces, (double) piece / pieces, goal);
        first = -1;
      }
    }
  }

  private void halve(Way way, double from, double to, PlainReturn.Goal goal) {
    Optional<String> blocked = blocked(way, from, to, goal);
    if (blocked.isEmpty()) {
      return;
    }
    if ((to - from) * way.lengthM() <= STRETCH_M) {
      unsafe.add(new Unsafe(way, from, to, blocked.get()));
      return;
    }
    double middle = (from + to) / 2;
    halve(way, from, middle, goal);
    halve(way, middle, to, goal);
  }

  /** What a return from some point of a stretch may meet; empty when it meets nothing. */
  private Optional<String> blocked(Way way, double from, double to, PlainReturn.Goal goal) {
    Geometry swept = swept(way, from, to, goal.at());
    Optional<String> outside = outside(swept);
    if (outside.isPresent()) {
      return outside;
    }
    double distanceM = nearestM(goal.at(), way.at(from), way.at(to));
    double heightM = plain.returnHeightM(goal, way.leastHeightM(from, to), distanceM);
    double altitudeM = c.homeM() + heightM - HomeError.VERTICAL_M;
    boolean upright = way.at(from).distance(goal.at()) < HomeError.HORIZONTAL_M;
    if (upright && way.leg().vertical()) {
      return Optional.empty();
    }
    double limitM = c.inputs().limits().minHeightAglM();
    OptionalDouble groundM = c.ground().highestM(swept, altitudeM - limitM);
    if (groundM.isEmpty() || altitudeM - groundM.getAsDouble() < limitM) {
      return Optional.of("ground");
    }
    return c.obstacles()
        .below(swept, altitudeM, BRANCH)
        .filter(finding -> !finding.holds())
        .map(ProofFinding::subject);
  }

  private Optional<String> outside(Geometry swept) {
    if (fence.covers(swept)) {
      return Optional.empty();
    }
    Solids.Near zone = c.surroundings().closed().nearest(swept, 0);
    return Optional.of(zone.zone().isEmpty() ? "fence" : zone.zone());
  }

  /** All lines from a stretch to a goal, wherever home's error puts it. */
  private Geometry swept(Way way, double from, double to, Coordinate goal) {
    Envelope around = new Envelope(goal);
    around.expandBy(HomeError.HORIZONTAL_M);
    Coordinate[] corners = {
      way.at(from),
      way.at(to),
      new Coordinate(around.getMinX(), around.getMinY()),
      new Coordinate(around.getMaxX(), around.getMinY()),
      new Coordinate(around.getMaxX(), around.getMaxY()),
      new Coordinate(around.getMinX(), around.getMaxY())
    };
    return c.edges().hull(c.plane().factory().createMultiPointFromCoords(corners));
  }

  private static double nearestM(Coordinate goal, Coordinate from, Coordinate to) {
    return Distance.pointToSegment(goal, from, to);
  }

  /** Stretches that follow each other on the route become one. */
  private List<Unsafe> merged() {
    Map<Way, List<Unsafe>> byWay = new LinkedHashMap<>();
    unsafe.forEach(part -> byWay.computeIfAbsent(part.way(), way -> new ArrayList<>()).add(part));
    List<Unsafe> runs = new ArrayList<>();
    byWay.forEach(
        (way, parts) -> {
          parts.sort(Comparator.comparingDouble(Unsafe::from));
          Unsafe last = parts.get(0);
          for (Unsafe part : parts) {
            if (part.from() > last.to() + SAME) {
              runs.add(last);
              last = part;
            }
            last = new Unsafe(way, last.from(), Math.max(last.to(), part.to()), last.subject());
          }
          runs.add(last);
        });
    return runs;
  }

  private void tell(Unsafe run) {
    Way way = run.way();
    ProofFinding finding =
        ProofCheck.PLAIN_RTL_UNSAFE
            .atMost(
                BRANCH + way.leg().branch(),
                (run.to() - run.from()) * way.lengthM(),
                0,
                run.subject())
            .placed(c.on(way, run.from()), c.on(way, run.to()));
    c.add(configured ? finding : finding.remaining());
  }
}
