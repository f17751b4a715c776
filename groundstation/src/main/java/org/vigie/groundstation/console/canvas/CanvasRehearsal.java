package org.vigie.groundstation.console.canvas;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.MapDocument;
import org.vigie.groundstation.client.MapFeature;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.MapScene;

/**
 * Draws everything that a map can have once, into a picture that nobody sees: what Java loads and
 * compiles for that, the event thread need not when the first flight comes.
 */
public final class CanvasRehearsal {
  private static final int ZOOM = 3;
  private static final int SIDE = 256;

  private CanvasRehearsal() {}

  /** Takes a few hundred milliseconds; not for the event thread. */
  public static void run(Look look, MapScene scene) {
    BufferedImage nobody = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D pen = Look.smooth(nobody.createGraphics());
    PlanDocument plan = scene.plan();
    if (plan == null || plan.home() == null) {
      throw new IllegalArgumentException("a rehearsal needs a plan");
    }
    LatLon middle = plan.home();
    Point2D.Double at = Mercator.of(middle);
    double scale = (double) MapTiles.SIZE_PX * (1L << (MapTiles.ZOOM_TOTAL - ZOOM));
    Projection projection =
        Projection.of(
            new Rectangle(
                (int) (at.x * scale) - SIDE / 2, (int) (at.y * scale) - SIDE / 2, SIDE, SIDE),
            ZOOM);
    List<LatLon> ring = plan.volume().geography();
    MapFeature shape = new MapFeature("building", "", true, List.of(ring), null);
    MapFeature street = new MapFeature("street", "rue", false, List.of(ring), 8.0);
    ZoneLayer zones = new ZoneLayer(look);
    for (String kind : List.of("prohibited", "authorisation", "conditional", "information")) {
      zones.paint(
          pen,
          projection,
          List.of(new MapDocument.Zone("", "", "zone", kind, true, "", "", "", shape)),
          SIDE,
          SIDE);
    }
    PlanLayer plans = new PlanLayer(look);
    plans.paint(pen, projection, plan);
    plans.places(pen, projection, List.of(new MapDocument.Place("", "place", middle)), true);
    new CraftLayer(look).paint(pen, projection, scene);
    ScaleBar.paint(pen, look, projection, SIDE, SIDE);
    new BaseMap(List.of(shape, street), look)
        .tile(
            (at.x * scale - SIDE / 2.0) / scale, (at.y * scale - SIDE / 2.0) / scale, scale, SIDE);
    pen.dispose();
  }
}
