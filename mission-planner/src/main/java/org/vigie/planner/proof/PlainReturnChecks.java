package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
  static final double STRETCH_M = 10;

  /** Parts of a way that are less apart are the same. */
  private static final double SAME = 1e-9;

  /** So many parts of a line are looked at for a point outside the fence. */
  private static final int WITNESSES = 16;

  private static final String BRANCH = "plain-rtl from ";

  private final Case c;
  private final Held fence;
  private final PlainReturn plain;
  private final boolean configured;
  private final List<Unsafe> unsafe = new ArrayList<>();

  /** Where on its line the last return that left the fence did: the next may leave it there too. */
  private double outsideAt;

  /** A part of a way that is not safe for a return to some goal. */
  private record Unsafe(Way way, double from, double to, PlainReturn.Goal goal) {}

  private PlainReturnChecks(Case c, Held fence) {
    this.c = c;
    this.fence = fence;
    this.plain = c.reading().plainReturn(c);
    this.configured = c.reading().isPlainReturnConfigured(c);
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
    List<Run> runs = runs();
    if (runs.isEmpty()) {
      c.add(ProofCheck.PLAIN_RTL_UNSAFE.atMost("plain-rtl", 0, 0, ""));
    }
    for (Run run : runs) {
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
    if (isSafe(way, from, to, goal)) {
      return;
    }
    if ((to - from) * way.lengthM() <= STRETCH_M) {
      unsafe.add(new Unsafe(way, from, to, goal));
      return;
    }
    double middle = (from + to) / 2;
    halve(way, from, middle, goal);
    halve(way, middle, to, goal);
  }

  /** Whether no return from a stretch meets anything; most that do are seen on one line of it. */
  private boolean isSafe(Way way, double from, double to, PlainReturn.Goal goal) {
    Coordinate middle = way.at((from + to) / 2);
    if (fence.isOutside(along(middle, goal.at(), outsideAt))) {
      return false;
    }
    Geometry straight = corners(way, from, to, goal.at());
    if (!fence.covers(straight.convexHull())) {
      IntStream.range(1, WITNESSES)
          .mapToDouble(i -> (double) i / WITNESSES)
          .filter(part -> fence.isOutside(along(middle, goal.at(), part)))
          .findFirst()
          .ifPresent(part -> outsideAt = part);
      return false;
    }
    Geometry swept = c.edges().hull(straight);
    return fence.covers(swept) && below(way, from, to, goal, swept).isEmpty();
  }

  private static Coordinate along(Coordinate from, Coordinate to, double part) {
    return new Coordinate(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
  }

  /** What a return from some point of a stretch meets. */
  private String reason(Unsafe part) {
    Geometry swept = c.edges().hull(corners(part.way(), part.from(), part.to(), part.goal().at()));
    Optional<String> zone = c.surroundings().closed().met(swept);
    if (zone.isPresent()) {
      return zone.get();
    }
    return fence.covers(swept)
        ? below(part.way(), part.from(), part.to(), part.goal(), swept).orElse("fence")
        : "fence";
  }

  /** What stands too high below a return; on the spot over its goal it only goes up and down. */
  private Optional<String> below(
      Way way, double from, double to, PlainReturn.Goal goal, Geometry swept) {
    boolean upright = way.at(from).distance(goal.at()) < HomeError.HORIZONTAL_M;
    if (upright && way.leg().vertical()) {
      return Optional.empty();
    }
    double distanceM = Distance.pointToSegment(goal.at(), way.at(from), way.at(to));
    double heightM = plain.returnHeightM(goal, way.leastHeightM(from, to), distanceM);
    double altitudeM = c.homeM() + heightM - HomeError.VERTICAL_M;
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

  /** All lines from a stretch to a goal, wherever home's error puts it. */
  private Geometry corners(Way way, double from, double to, Coordinate goal) {
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
    return c.plane().factory().createMultiPointFromCoords(corners);
  }

  /** Unsafe parts that follow each other, also over the ends of ways. */
  private record Run(Unsafe first, Unsafe last, double lengthM) {}

  private List<Run> runs() {
    Map<Way, List<Unsafe>> byWay = new LinkedHashMap<>();
    unsafe.forEach(part -> byWay.computeIfAbsent(part.way(), way -> new ArrayList<>()).add(part));
    List<Run> runs = new ArrayList<>();
    Optional<Run> open = Optional.empty();
    for (Way way : c.ways()) {
      List<Unsafe> parts = byWay.getOrDefault(way, List.of());
      double reached = 0;
      for (Unsafe part : parts.stream().sorted(Comparator.comparingDouble(Unsafe::from)).toList()) {
        if (open.isPresent() && part.from() > reached + SAME) {
          runs.add(open.get());
          open = Optional.empty();
        }
        double moreM = Math.max(0, part.to() - Math.max(part.from(), reached)) * way.lengthM();
        open =
            Optional.of(
                open.map(run -> new Run(run.first(), part, run.lengthM() + moreM))
                    .orElse(new Run(part, part, moreM)));
        reached = Math.max(reached, part.to());
      }
      if (open.isPresent() && reached < 1 - SAME) {
        runs.add(open.get());
        open = Optional.empty();
      }
    }
    open.ifPresent(runs::add);
    return runs;
  }

  private void tell(Run run) {
    String first = run.first().way().leg().branch();
    String last = run.last().way().leg().branch();
    ProofFinding finding =
        ProofCheck.PLAIN_RTL_UNSAFE
            .atMost(
                BRANCH + (first.equals(last) ? first : first + " to " + last),
                run.lengthM(),
                0,
                reason(run.first()))
            .placed(
                c.on(run.first().way(), run.first().from()),
                c.on(run.last().way(), run.last().to()));
    c.add(configured ? finding : finding.remaining());
  }
}
