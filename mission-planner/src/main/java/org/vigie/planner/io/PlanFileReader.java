package org.vigie.planner.io;

import org.vigie.geofence.document.DocumentException;

/** Reads mission files of other ground stations; which format it is shows in the text itself. */
public final class PlanFileReader {
  private PlanFileReader() {}

  /**
   * Reads a {@code .plan} or a {@code .waypoints} file.
   *
   * @param fileName the name that errors carry
   * @throws DocumentException if it is neither, or cannot be understood
   */
  public static PlanFile read(String fileName, String text) throws DocumentException {
    String start = text;
    return start.startsWith("QGC WPL") || start.startsWith("\uFEFFQGC WPL")
        ? WaypointsReader.read(fileName, text)
        : QgcPlanReader.read(fileName, text);
  }
}
