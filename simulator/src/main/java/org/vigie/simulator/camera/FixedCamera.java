package org.vigie.simulator.camera;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.camera.picture.Picture;
import org.vigie.simulator.camera.picture.Renderer;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.CameraPose;

/**
 * A CCTV camera: draws twice as large as it delivers, for smooth edges, and writes its name and the
 * town's time into the picture. Confined to one thread.
 */
final class FixedCamera {
  static final int WIDTH = 640;
  static final int HEIGHT = 360;
  private static final float QUALITY = 0.82f;
  private static final int BAND = 22;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Logger LOG = LoggerFactory.getLogger(FixedCamera.class);

  private final Scenario.CameraSpec spec;
  private final Scene scene;
  private final LatLon place;
  private final Picture picture = new Picture(2 * WIDTH, 2 * HEIGHT);
  private final Renderer renderer;
  private boolean letters = true;

  FixedCamera(Scenario.CameraSpec spec, Scene scene) {
    this.spec = spec;
    this.scene = scene;
    this.place = new LatLon(spec.lat(), spec.lon());
    this.renderer = new Renderer(scene, picture.width(), picture.height());
  }

  /**
   * Takes a picture.
   *
   * @param now simulated time, which is the town's
   */
  byte[] jpeg(Instant now) {
    CameraPose pose =
        new CameraPose(
            now,
            place,
            scene.groundAmslM(place) + spec.heightAglM(),
            spec.headingDeg(),
            spec.pitchDeg(),
            0,
            spec.fovDeg(),
            false);
    renderer.render(scene.viewpoint(pose), now, picture);
    BufferedImage image = halved(picture);
    label(image, now);
    return coded(image);
  }

  private static BufferedImage halved(Picture from) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = 0; i < 4; i++) {
          int rgb = from.rgb(2 * x + (i & 1), 2 * y + (i >> 1));
          red += (rgb >> 16) & 255;
          green += (rgb >> 8) & 255;
          blue += rgb & 255;
        }
        image.setRGB(x, y, ((red / 4) << 16) | ((green / 4) << 8) | (blue / 4));
      }
    }
    return image;
  }

  private void label(BufferedImage image, Instant now) {
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(new Color(0, 0, 0, 150));
      graphics.fillRect(0, HEIGHT - BAND, WIDTH, BAND);
      if (letters) {
        graphics.setRenderingHint(
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.drawString(spec.id() + "  " + spec.name(), 8, HEIGHT - 7);
        String time = CLOCK.format(now);
        int width = graphics.getFontMetrics().stringWidth(time);
        graphics.drawString(time, WIDTH - 8 - width, HEIGHT - 7);
      }
    } catch (RuntimeException | LinkageError | InternalError e) {
      letters = false; // a machine without fonts still has a camera
      LOG.warn("no fonts: the pictures of {} carry no letters: {}", spec.id(), e.toString());
    } finally {
      graphics.dispose();
    }
  }

  private static byte[] coded(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
