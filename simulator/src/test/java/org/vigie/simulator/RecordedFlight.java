package org.vigie.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.physics.Vec3;

/**
 * A flight of a real autopilot: where it was each second after arming, and when it disarmed.
 * Trimmed from recorded telemetry.
 */
record RecordedFlight(double disarmedS, List<Vec3> track) {
  /** From arming to disarming, once a second. */
  static RecordedFlight read(String name) {
    String file = "flights/" + name + ".csv";
    try (InputStream in = RecordedFlight.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no recording " + file);
      }
      double disarmedS = Double.NaN;
      List<Vec3> track = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("# disarmedS=")) {
          disarmedS = Double.parseDouble(line.substring("# disarmedS=".length()));
        } else if (Character.isDigit(line.charAt(0))) {
          String[] cells = line.split(",");
          track.add(
              new Vec3(
                  Double.parseDouble(cells[2]),
                  Double.parseDouble(cells[1]),
                  Double.parseDouble(cells[3])));
        }
      }
      return new RecordedFlight(disarmedS, List.copyOf(track));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Length of a track, metres. */
  static double lengthM(List<Vec3> track) {
    double length = 0;
    for (int i = 1; i < track.size(); i++) {
      length += track.get(i).minus(track.get(i - 1)).length();
    }
    return length;
  }

  /** The furthest that one track is from home, metres. */
  static double reachM(List<Vec3> track) {
    return track.stream().mapToDouble(at -> at.length()).max().orElse(0);
  }

  /** Largest distance of any point of one track from the line of the other, metres. */
  static double apartM(List<Vec3> points, List<Vec3> line) {
    double worst = 0;
    for (Vec3 point : points) {
      double best = Double.MAX_VALUE;
      for (int i = 1; i < line.size(); i++) {
        best = Math.min(best, distance(point, line.get(i - 1), line.get(i)));
      }
      worst = Math.max(worst, best);
    }
    return worst;
  }

  private static double distance(Vec3 point, Vec3 from, Vec3 to) {
    Vec3 way = to.minus(from);
    double square = way.dot(way);
    double share = square == 0 ? 0 : Math.max(0, Math.min(1, point.minus(from).dot(way) / square));
    return point.minus(from.plus(way.times(share))).length();
  }

  /** When a track first comes near a place, in samples, which are seconds; -1 never. */
  static int reachedS(List<Vec3> track, Vec3 place, double withinM) {
    for (int i = 0; i < track.size(); i++) {
      if (track.get(i).minus(place).length() <= withinM) {
        return i;
      }
    }
    return -1;
  }
}
