package org.vigie.simulator.physics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/** Reads airframe files. */
public final class AirframeReader {
  private static final String FOLDER = "/org/vigie/simulator/airframes/";

  private AirframeReader() {}

  /**
   * Reads an airframe file's text.
   *
   * @throws DocumentException if it breaks the schema or cannot fly
   */
  public static Airframe read(String file, String text) throws DocumentException {
    return Document.read(file, text).check(resource("airframe.schema.json")).as(Airframe.class);
  }

  /**
   * An airframe that ships with the simulator.
   *
   * @param id for example {@code quad-4kg}
   */
  public static Airframe shipped(String id) throws DocumentException {
    String file = id + ".yaml";
    if (!id.matches("[a-z0-9-]+") || AirframeReader.class.getResource(FOLDER + file) == null) {
      throw new DocumentException(
          new Problem(
              file,
              0,
              0,
              "",
              "there is no airframe of this name; shipped: quad-1kg, quad-4kg, quad-9kg"));
    }
    return read(file, resource(file));
  }

  private static String resource(String name) {
    try (InputStream in = AirframeReader.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
