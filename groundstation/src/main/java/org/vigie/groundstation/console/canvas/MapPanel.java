package org.vigie.groundstation.console.canvas;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.jxmapviewer.JXMapViewer;
import org.jxmapviewer.input.PanMouseInputListener;
import org.jxmapviewer.input.ZoomMouseWheelListenerCursor;
import org.jxmapviewer.viewer.GeoPosition;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.MapDocument;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;
import org.vigie.groundstation.console.model.MapScene;
import org.vigie.groundstation.time.StationClock;

/**
 * The map. Dragged and zoomed by the mouse; {@link #pan}, {@link #zoom} and {@link #fit} for keys.
 *
 * @threading event thread
 */
public final class MapPanel extends JXMapViewer {
  private static final long serialVersionUID = 1L;
  private static final int ZOOM_FARTHEST = 10;
  private static final int CLICK_PX = 18;
  private static final float NOTICE_LEFT_PX = 12;
  private static final float NOTICE_UP_PX = 12;

  /** Where nothing is known, the place of the first users. */
  private static final LatLon SOMEWHERE = new LatLon(45.4397, 4.3872);

  /** Who hears what a person clicked. */
  public interface Clicks {
    void incident(String id);

    void flight(String id);

    /** A place was clicked; whether somebody wanted one. */
    boolean place(LatLon place);
  }

  private final transient Look look;
  private final transient StationClock clock;
  private final transient ZoneLayer zones;
  private final transient PlanLayer plans;
  private final transient CraftLayer crafts;
  private transient @Nullable MapScene scene;
  private transient @Nullable MapDocument map;
  private transient @Nullable BufferedImage still;
  private transient @Nullable Object stillKey;
  private transient List<Label> stillLabels = List.of();
  private boolean fitted;
  private boolean touched;

  public MapPanel(Look look, StationClock clock, Clicks clicks) {
    this.look = look;
    this.clock = clock;
    this.zones = new ZoneLayer(look);
    this.plans = new PlanLayer(look);
    this.crafts = new CraftLayer(look);
    setName("map");
    setBackground(look.tokens().land());
    setTileFactory(new MapTiles(List.of(), look, null, clock));
    setRestrictOutsidePanning(true);
    setHorizontalWrapped(false);
    setZoom(4);
    setAddressLocation(new GeoPosition(SOMEWHERE.latDeg(), SOMEWHERE.lonDeg()));
    PanMouseInputListener pan = new PanMouseInputListener(this);
    addMouseListener(pan);
    addMouseMotionListener(pan);
    addMouseWheelListener(new ZoomMouseWheelListenerCursor(this));
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            touched = true;
          }

          @Override
          public void mouseClicked(MouseEvent event) {
            clicked(event, clicks);
          }
        });
    addMouseWheelListener(event -> touched = true);
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            if (!touched) {
              fitted = false;
            }
          }
        });
  }

  /** Shows what lies on the map now. */
  public void show(MapScene next) {
    MapScene before = scene;
    if (next.equals(before)) {
      return;
    }
    scene = next;
    if (next.map() != null && !Objects.equals(next.map(), map)) {
      rebase(next.map());
    }
    PlanDocument plan = next.plan();
    boolean newPlan = plan != null && (before == null || !plan.equals(before.plan()));
    if (!fitted || (newPlan && !touched)) {
      fit();
    }
    repaint();
  }

  private void rebase(MapDocument next) {
    MapDocument before = map;
    map = next;
    if (before == null
        || !before.base().equals(next.base())
        || !Objects.equals(before.tiles(), next.tiles())) {
      int zoom = getZoom();
      GeoPosition center = getCenterPosition();
      getTileFactory().dispose();
      setTileFactory(new MapTiles(next.base(), look, next.tiles(), clock));
      setZoom(zoom);
      setCenterPosition(center);
      fitted = touched;
    }
  }

  /** Shows the whole of the selected flight, or all that there is. */
  public void fit() {
    MapScene now = scene;
    if (now == null || getWidth() == 0) {
      return;
    }
    List<LatLon> places = places(now);
    if (places.isEmpty()) {
      return;
    }
    fitted = true;
    double west = 1;
    double east = 0;
    double north = 1;
    double south = 0;
    for (LatLon place : places) {
      Point2D.Double at = Mercator.of(place);
      west = Math.min(west, at.x);
      east = Math.max(east, at.x);
      north = Math.min(north, at.y);
      south = Math.max(south, at.y);
    }
    int zoom = 1;
    while (zoom < ZOOM_FARTHEST && !fits(zoom, east - west, south - north)) {
      zoom++;
    }
    LatLon middle = Mercator.place((west + east) / 2, (north + south) / 2);
    setZoom(zoom);
    setCenterPosition(new GeoPosition(middle.latDeg(), middle.lonDeg()));
  }

  private boolean fits(int zoom, double width, double height) {
    double scale = (double) MapTiles.SIZE_PX * (1L << (MapTiles.ZOOM_TOTAL - zoom));
    return width * scale < getWidth() - 64 && height * scale < getHeight() - 64;
  }

  private static List<LatLon> places(MapScene scene) {
    List<LatLon> places = new ArrayList<>();
    PlanDocument plan = scene.plan();
    if (plan != null) {
      places.addAll(plan.volume().riskBuffer());
      plan.legs().forEach(leg -> places.add(leg.to()));
      return places;
    }
    scene.incidents().forEach(spot -> places.add(spot.position()));
    scene.craft().forEach(craft -> places.add(craft.position()));
    MapDocument map = scene.map();
    if (map != null) {
      map.sites().forEach(site -> places.add(site.position()));
      if (places.isEmpty() && map.southWest() != null && map.northEast() != null) {
        places.add(map.southWest());
        places.add(map.northEast());
      }
    }
    return places;
  }

  /** Moves what is seen by a part of the panel, 1 being the whole of it. */
  public void pan(double right, double down) {
    touched = true;
    Rectangle seen = getViewportBounds();
    setCenter(
        new Point2D.Double(
            seen.getCenterX() + right * getWidth(), seen.getCenterY() + down * getHeight()));
  }

  /** Goes closer by a level, or farther when negative. */
  public void zoom(int levels) {
    touched = true;
    GeoPosition center = getCenterPosition();
    setZoom(Math.max(0, Math.min(ZOOM_FARTHEST, getZoom() - levels)));
    setCenterPosition(center);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    MapScene now = scene;
    if (now == null) {
      return;
    }
    Graphics2D pen = Look.smooth(graphics.create());
    Projection projection = Projection.of(getViewportBounds(), getZoom());
    pen.drawImage(still(now, projection), 0, 0, null);
    if (now.aim() != null) {
      AimLayer.paint(pen, projection, now.aim(), look);
    }
    crafts.paint(pen, projection, now);
    labels(pen, projection, now);
    pen.setFont(look.small());
    Labels.paint(
        pen,
        look.tokens(),
        now.notice(),
        NOTICE_LEFT_PX,
        getHeight() - NOTICE_UP_PX,
        look.tokens().muted());
    ScaleBar.paint(pen, look, projection, getWidth(), getHeight());
    pen.dispose();
  }

  private void labels(Graphics2D pen, Projection projection, MapScene now) {
    List<Label> labels = crafts.labels(projection, now);
    labels.addAll(stillLabels);
    FontMetrics small = pen.getFontMetrics(look.small());
    List<Rectangle2D> taken = new ArrayList<>();
    taken.add(Labels.plate(small, now.notice(), NOTICE_LEFT_PX, getHeight() - NOTICE_UP_PX));
    Rectangle2D seen = new Rectangle2D.Double(0, 0, getWidth(), getHeight());
    Labels.paint(pen, look.tokens(), Labels.place(pen, labels, taken, seen));
  }

  /** Zones, volume and planned line change seldom and cost most: kept until the view changes. */
  private BufferedImage still(MapScene now, Projection projection) {
    record Key(
        Projection projection,
        int width,
        int height,
        @Nullable MapDocument map,
        @Nullable PlanDocument plan) {}
    Key key = new Key(projection, getWidth(), getHeight(), now.map(), now.plan());
    BufferedImage kept = still;
    if (kept != null && key.equals(stillKey)) {
      return kept;
    }
    BufferedImage image =
        kept != null && kept.getWidth() == getWidth() && kept.getHeight() == getHeight()
            ? kept
            : new BufferedImage(getWidth(), getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D pen = Look.smooth(image.createGraphics());
    pen.setBackground(Tokens.faded(look.tokens().land(), 0));
    pen.clearRect(0, 0, getWidth(), getHeight());
    MapDocument document = now.map();
    List<Label> labels = new ArrayList<>();
    if (document != null) {
      labels.addAll(zones.paint(pen, projection, document.zones(), getWidth(), getHeight()));
    }
    if (now.plan() != null) {
      plans.paint(pen, projection, now.plan());
    }
    if (document != null) {
      plans.places(pen, projection, document.cameras(), true);
      plans.places(pen, projection, document.sites(), false);
      labels.addAll(plans.labels(projection, document.cameras(), true));
      labels.addAll(plans.labels(projection, document.sites(), false));
    }
    pen.dispose();
    stillLabels = List.copyOf(labels);
    still = image;
    stillKey = key;
    return image;
  }

  private void clicked(MouseEvent event, Clicks clicks) {
    MapScene now = scene;
    if (now == null) {
      return;
    }
    GeoPosition at = convertPointToGeoPosition(event.getPoint());
    if (clicks.place(new LatLon(at.getLatitude(), at.getLongitude()))) {
      return;
    }
    Projection projection = Projection.of(getViewportBounds(), getZoom());
    for (MapScene.Craft craft : now.craft()) {
      if (near(projection, craft.position(), event) && !craft.flightId().isEmpty()) {
        clicks.flight(craft.flightId());
        return;
      }
    }
    for (MapScene.Spot spot : now.incidents()) {
      if (near(projection, spot.position(), event)) {
        clicks.incident(spot.id());
        return;
      }
    }
  }

  private static boolean near(Projection projection, LatLon place, MouseEvent event) {
    return projection.at(place).distance(event.getPoint()) <= CLICK_PX;
  }
}
