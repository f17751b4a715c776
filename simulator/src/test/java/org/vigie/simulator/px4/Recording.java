package org.vigie.simulator.px4;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded flight of a real PX4 as lines: seconds since boot, {@code >} for what the station did
 * or {@code <} for what PX4 said, and what it was.
 *
 * @param name of the recording
 */
record Recording(String name, List<Line> lines) {
  /** One line. */
  record Line(double timeS, boolean station, String what) {
    String kind() {
      return what.substring(0, what.indexOf(' ') < 0 ? what.length() : what.indexOf(' '));
    }

    String rest() {
      return what.indexOf(' ') < 0 ? "" : what.substring(what.indexOf(' ') + 1);
    }
  }

  static Recording of(String name) {
    String resource = "/org/vigie/simulator/px4/" + name + ".txt";
    try (InputStream in = Recording.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      List<Line> lines = new ArrayList<>();
      for (String text : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!text.startsWith("#")) {
          String[] parts = text.split(" ", 3);
          lines.add(new Line(Double.parseDouble(parts[0]), parts[1].equals(">"), parts[2]));
        }
      }
      return new Recording(name, List.copyOf(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the station did last before a moment, or when the record begins. */
  double lastActS(double timeS) {
    double last = lines.get(0).timeS();
    for (Line line : lines) {
      if (line.station() && line.timeS() <= timeS && !line.kind().equals("BATTERY")) {
        last = line.timeS();
      }
    }
    return last;
  }
}
