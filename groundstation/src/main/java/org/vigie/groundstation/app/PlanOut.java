package org.vigie.groundstation.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.vigie.planner.io.GeoJsonPlanWriter;
import org.vigie.planner.io.KmlWriter;
import org.vigie.planner.io.PlanJson;
import org.vigie.planner.io.QgcPlanWriter;
import org.vigie.planner.io.WaypointsWriter;
import org.vigie.planner.plan.FlightPlan;

/** Where {@code plan} writes to. */
final class PlanOut {
  private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");
  private static final int WIDTH_MIN = 800;
  private static final int HEIGHT_MIN = 600;

  private PlanOut() {}

  /** What a file's name says that it is to hold. */
  enum Format {
    PLAN,
    WAYPOINTS,
    KML,
    JSON,
    GEOJSON;

    static Format of(Path out) throws BadInputException {
      String name = out.toString().toLowerCase(Locale.ROOT);
      for (Format format : values()) {
        if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
          return format;
        }
      }
      throw new BadInputException(
          "--out: ends in none of .plan, .waypoints, .kml, .json, .geojson: " + out);
    }

    String text(FlightPlan plan) {
      return switch (this) {
        case PLAN -> QgcPlanWriter.write(plan);
        case WAYPOINTS -> WaypointsWriter.write(plan);
        case KML -> KmlWriter.write(plan);
        case JSON -> PlanJson.write(plan);
        case GEOJSON -> GeoJsonPlanWriter.write(plan);
      };
    }
  }

  static void write(FlightPlan plan, Path out) throws BadInputException {
    Format format = Format.of(out);
    try {
      Files.writeString(out, format.text(plan));
    } catch (IOException e) {
      throw new BadInputException("--out: cannot be written: " + e);
    }
  }

  /** A picture's size. */
  record Size(int width, int height) {
    static Size of(String text) throws BadInputException {
      Matcher asked = SIZE.matcher(text);
      if (!asked.matches()) {
        throw new BadInputException("--size: is not WIDTHxHEIGHT in pixels: " + text);
      }
      Size size = new Size(Integer.parseInt(asked.group(1)), Integer.parseInt(asked.group(2)));
      if (size.width < WIDTH_MIN || size.height < HEIGHT_MIN) {
        throw new BadInputException(
            "--size: at least " + WIDTH_MIN + "x" + HEIGHT_MIN + ", not " + text);
      }
      return size;
    }
  }

  static void checkPicture(Path render) throws BadInputException {
    if (!render.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new BadInputException("--render: does not end in .png: " + render);
    }
  }

  static void write(BufferedImage picture, Path render) throws BadInputException {
    try {
      ImageIO.write(picture, "png", render.toFile());
    } catch (IOException e) {
      throw new BadInputException("--render: cannot be written: " + e);
    }
  }
}
