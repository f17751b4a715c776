package org.vigie.groundstation.console.canvas;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.jxmapviewer.viewer.Tile;
import org.jxmapviewer.viewer.TileFactory;
import org.jxmapviewer.viewer.TileFactoryInfo;
import org.vigie.groundstation.client.MapFeature;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.time.StationClock;

/**
 * Tiles of the console's map: fetched where the station names an address of tiles, drawn from its
 * own streets and buildings everywhere else and whenever fetching fails.
 *
 * @threading {@link #getTile} on the event thread; tiles are made on two threads of their own
 */
final class MapTiles extends TileFactory {
  static final int SIZE_PX = 256;

  /** A tenth of a metre a pixel: closer shows nothing more. */
  static final int ZOOM_TOTAL = 20;

  private static final int ZOOM_LEVELS = 10;

  /** Two screens full at 256 KB each. */
  private static final int KEPT_MAX = 160;

  /** What a fast zoom asks for; what does not fit is asked for again when it is painted. */
  private static final int WAITING_MAX = 256;

  private static final Duration FETCH_MAX = Duration.ofSeconds(4);

  /** After a failure the drawn map is shown for so long without trying. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final int OK = 200;

  private final List<MapFeature> features;
  private final Look look;
  private volatile @Nullable BaseMap base;
  private final @Nullable String template;
  private final StationClock clock;
  private final @Nullable HttpClient http;
  private final ThreadPoolExecutor makers;
  private volatile Instant notBefore = Instant.MIN;
  private final Map<String, MadeTile> kept =
      new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MadeTile> eldest) {
          return size() > KEPT_MAX;
        }
      };

  MapTiles(List<MapFeature> features, Look look, @Nullable String template, StationClock clock) {
    super(new TileFactoryInfo(0, ZOOM_LEVELS, ZOOM_TOTAL, SIZE_PX, true, true, "", "x", "y", "z"));
    this.features = features;
    this.look = look;
    this.template = template;
    this.clock = clock;
    this.http =
        template == null
            ? null
            : HttpClient.newBuilder()
                .connectTimeout(FETCH_MAX)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    this.makers =
        new ThreadPoolExecutor(
            template == null ? 1 : 2,
            template == null ? 1 : 2,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            work -> {
              Thread thread = new Thread(work, "map-tiles");
              thread.setDaemon(true);
              return thread;
            });
    this.makers.allowCoreThreadTimeOut(true);
  }

  /** A tile that has its picture when it is made. */
  private static final class MadeTile extends Tile {
    private volatile @Nullable BufferedImage picture;

    MadeTile(int x, int y, int zoom) {
      super(x, y, zoom);
    }

    @Override
    public synchronized boolean isLoaded() {
      return picture != null;
    }

    @Override
    public @Nullable BufferedImage getImage() {
      return picture;
    }
  }

  @Override
  public Tile getTile(int x, int y, int zoom) {
    int across = 1 << (ZOOM_TOTAL - zoom);
    int column = Math.floorMod(x, across);
    MadeTile tile =
        kept.computeIfAbsent(zoom + "/" + column + "/" + y, key -> new MadeTile(column, y, zoom));
    if (!tile.isLoaded() && !tile.isLoading()) {
      startLoading(tile);
    }
    return tile;
  }

  @Override
  protected void startLoading(Tile tile) {
    tile.setLoading(true);
    try {
      makers.execute(() -> make((MadeTile) tile));
    } catch (RejectedExecutionException e) {
      tile.setLoading(false);
    }
  }

  private void make(MadeTile tile) {
    int z = ZOOM_TOTAL - tile.getZoom();
    double scale = (double) SIZE_PX * (1 << z);
    tile.picture =
        fetched(z, tile.getX(), tile.getY())
            .orElseGet(
                () ->
                    base()
                        .tile(
                            tile.getX() * SIZE_PX / scale,
                            tile.getY() * SIZE_PX / scale,
                            scale,
                            SIZE_PX));
    SwingUtilities.invokeLater(
        () -> {
          tile.setLoading(false);
          fireTileLoadedEvent(tile);
        });
  }

  /** Made by the first who needs it, on a thread that draws tiles: a town takes a while. */
  private BaseMap base() {
    BaseMap made = base;
    if (made == null) {
      synchronized (this) {
        made = base;
        if (made == null) {
          made = new BaseMap(features, look);
          base = made;
        }
      }
    }
    return made;
  }

  private Optional<BufferedImage> fetched(int z, int x, int y) {
    HttpClient client = http;
    if (template == null || client == null || clock.now().isBefore(notBefore)) {
      return Optional.empty();
    }
    String address =
        template
            .replace("{z}", Integer.toString(z))
            .replace("{x}", Integer.toString(x))
            .replace("{y}", Integer.toString(y));
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(FETCH_MAX)
              .header("User-Agent", "Vigie")
              .build();
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return response.statusCode() == OK
          ? Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(response.body())))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      notBefore = clock.now().plus(PAUSE);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void dispose() {
    makers.shutdownNow();
  }
}
