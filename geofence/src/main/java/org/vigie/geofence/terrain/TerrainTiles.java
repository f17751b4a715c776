package org.vigie.geofence.terrain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

/**
 * Ground altitudes from tiles of one degree by one degree, each loaded when a question first
 * touches it, the least recently used dropped when memory runs out. SRTM tiles ({@code
 * N45E004.hgt}) or, of the same name and one degree with shared edges, GeoTIFF ({@code
 * N45E004.tif}).
 *
 * <p>A missing tile, a damaged one and a void answer nothing, never zero. What a tile is, is asked
 * once: a file that is added, mended or lost later needs a new set.
 *
 * <p>Any thread may ask; one at a time is answered, and waits while a tile is loaded.
 */
public final class TerrainTiles implements Terrain {
  /** A box as wide as a local frame reaches needs no more; a larger one answers unknown. */
  private static final int BOX_TILES_MAX = 400;

  private final TileSource source;
  private final long bytesMax;
  private final Object lock = new Object();

  /** From the least to the most recently used. */
  private final Map<String, TerrainGrid> loaded = new LinkedHashMap<>(16, 0.75f, true);

  /** Tiles that are missing or damaged; there are 64,800 tiles on Earth. */
  private final Set<String> unusable = new HashSet<>();

  private final List<Problem> problems = new ArrayList<>();
  private long bytes;

  /**
   * A set of tiles.
   *
   * @param bytesMax memory for loaded tiles, bytes: a tile of 1" takes 29 million, one of 3" takes
   *     3 million; a tile that alone takes more is a problem and answers nothing
   */
  public TerrainTiles(TileSource source, long bytesMax) {
    this.source = source;
    this.bytesMax = bytesMax;
  }

  /** What was wrong with tiles that were asked for so far; missing ones are not wrong. */
  public List<Problem> problems() {
    synchronized (lock) {
      return List.copyOf(problems);
    }
  }

  /** The memory that loaded tiles take now, bytes. */
  public long bytes() {
    synchronized (lock) {
      return bytes;
    }
  }

  @Override
  public Optional<AltitudeAmsl> findGround(LatLon point) {
    int south = firstTile(point.latDeg(), 90);
    int west = firstTile(point.lonDeg(), 180);
    return onTile(
        south,
        west,
        point.latDeg() == south,
        point.lonDeg() == west,
        tile -> tile.findGround(point));
  }

  @Override
  public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
    if (southWest.latDeg() > northEast.latDeg()) {
      throw new IllegalArgumentException("corners are not south-west and north-east");
    }
    if (southWest.lonDeg() > northEast.lonDeg()) {
      return AcrossAntimeridian.range(this, southWest, northEast);
    }
    int firstSouth = firstTile(southWest.latDeg(), 90);
    int lastSouth = Math.max(firstSouth, (int) Math.ceil(northEast.latDeg()) - 1);
    int firstWest = firstTile(southWest.lonDeg(), 180);
    int lastWest = Math.max(firstWest, (int) Math.ceil(northEast.lonDeg()) - 1);
    if ((lastSouth - firstSouth + 1) * (lastWest - firstWest + 1) > BOX_TILES_MAX) {
      return Optional.empty();
    }
    Optional<GroundRange> range = Optional.empty();
    for (int south = firstSouth; south <= lastSouth; south++) {
      for (int west = firstWest; west <= lastWest; west++) {
        LatLon low =
            new LatLon(Math.max(south, southWest.latDeg()), Math.max(west, southWest.lonDeg()));
        LatLon high =
            new LatLon(
                Math.min(south + 1, northEast.latDeg()), Math.min(west + 1, northEast.lonDeg()));
        Optional<GroundRange> part =
            onTile(
                south,
                west,
                high.latDeg() == south,
                high.lonDeg() == west,
                tile -> tile.findRange(low, high));
        if (part.isEmpty()) {
          return part;
        }
        range = range.isEmpty() ? part : range.map(part.get()::and);
      }
    }
    return range;
  }

  /** The tile's corner; the northern and eastern ends of the Earth belong to the last tile. */
  private static int firstTile(double degrees, int end) {
    return Math.min((int) Math.floor(degrees), end - 1);
  }

  /** On a shared edge any tile that has it may answer. */
  private <T> Optional<T> onTile(
      int south,
      int west,
      boolean onSouthEdge,
      boolean onWestEdge,
      Function<TerrainGrid, Optional<T>> question) {
    synchronized (lock) {
      for (int down = 0; down <= (onSouthEdge ? 1 : 0); down++) {
        for (int left = 0; left <= (onWestEdge ? 1 : 0); left++) {
          Optional<T> answer = tile(south - down, west - left).flatMap(question);
          if (answer.isPresent()) {
            return answer;
          }
        }
      }
      return Optional.empty();
    }
  }

  private Optional<TerrainGrid> tile(int south, int west) {
    if (south < -90 || west < -180) {
      return Optional.empty();
    }
    String name = Hgt.name(south, west);
    if (unusable.contains(name)) {
      return Optional.empty();
    }
    TerrainGrid known = loaded.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<TerrainGrid> read = read(name);
    if (read.isEmpty()) {
      unusable.add(name);
    } else {
      keep(name, read.get());
    }
    return read;
  }

  private Optional<TerrainGrid> read(String name) {
    String file = name + ".hgt";
    try {
      Optional<byte[]> content = source.find(file);
      TerrainGrid grid;
      if (content.isPresent()) {
        grid = Hgt.read(file, content.get());
      } else {
        file = name + ".tif";
        content = source.find(file);
        if (content.isEmpty()) {
          return Optional.empty();
        }
        grid = GeoTiff.read(file, content.get());
      }
      if (grid.bytes() <= bytesMax) {
        return Optional.of(grid);
      }
      problems.add(
          problem(file, "takes " + grid.bytes() + " bytes, more than all tiles may: " + bytesMax));
    } catch (DocumentException e) {
      problems.addAll(e.problems());
    } catch (IOException e) {
      problems.add(problem(file, "cannot be read: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private void keep(String name, TerrainGrid grid) {
    var oldest = loaded.entrySet().iterator();
    while (bytes + grid.bytes() > bytesMax) {
      bytes -= oldest.next().getValue().bytes();
      oldest.remove();
    }
    bytes += grid.bytes();
    loaded.put(name, grid);
  }

  private static Problem problem(String file, String message) {
    return new Problem(file, 0, 0, "", message);
  }
}
