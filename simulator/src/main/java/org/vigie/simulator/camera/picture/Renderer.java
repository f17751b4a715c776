package org.vigie.simulator.camera.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws a scene as one camera sees it. Keeps its buffers; confined to one thread. */
public final class Renderer {
  private final Scene scene;
  private final Rasteriser rasteriser;
  private final Shader shader;
  private final Darkness darkness;
  private final List<Mesh> shown = new ArrayList<>();

  /** For pictures of one size. */
  public Renderer(Scene scene, int width, int height) {
    this.scene = scene;
    this.rasteriser = new Rasteriser(width, height);
    this.shader = new Shader(scene.noise());
    this.darkness = new Darkness(scene);
  }

  /**
   * Draws one picture, without a time code.
   *
   * @param now simulated time: what has happened by then is seen
   * @param picture of the size that this draws
   */
  public void render(Viewpoint from, Instant now, Picture picture) {
    if (picture.width() != rasteriser.width || picture.height() != rasteriser.height) {
      throw new IllegalArgumentException("a picture of another size");
    }
    rasteriser.begin(from);
    shown.clear();
    for (Mesh mesh : scene.meshes()) {
      if (rasteriser.mayShow(mesh)) {
        shown.add(mesh);
      }
    }
    shown.sort(Comparator.comparingDouble(rasteriser::distanceM));
    for (Mesh mesh : shown) {
      rasteriser.draw(mesh);
    }
    for (Incident incident : scene.incidents()) {
      incident.draw(rasteriser, now);
    }
    shader.shade(rasteriser, from, picture);
    for (Incident incident : scene.incidents()) {
      incident.drawSmoke(rasteriser, from, now, picture);
    }
    darkness.fall(rasteriser, from, now, picture);
  }
}
