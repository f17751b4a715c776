package org.vigie.simulator.camera.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.terrain.Terrain;

/**
 * The ground as triangles over a regular grid; everything that lies on it is cut along these
 * triangles, so that it lies in them exactly. Confined to the building of a scene.
 */
final class Ground {
  /** As fine as the smooth terrain needs, and few enough triangles. */
  static final double CELL_M = 40;

  /** Cells of a mesh each way: what is out of the picture is left out by so much. */
  private static final int CELLS_PER_TILE = 5;

  private final double westM;
  private final double southM;
  private final int columns;
  private final int rows;
  private final double[] ups;
  private final Mesh.Builder[] tiles;
  private final int tileColumns;

  /**
   * @param fallbackM altitude where no terrain is known
   */
  Ground(
      LocalFrame frame,
      Terrain terrain,
      double fallbackM,
      double westM,
      double southM,
      double eastM,
      double northM) {
    int span = CELLS_PER_TILE;
    this.westM = westM;
    this.southM = southM;
    columns = (int) Math.ceil((eastM - westM) / CELL_M / span) * span;
    rows = (int) Math.ceil((northM - southM) / CELL_M / span) * span;
    ups = new double[(columns + 1) * (rows + 1)];
    double known = fallbackM;
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column <= columns; column++) {
        Enu at = new Enu(westM + column * CELL_M, southM + row * CELL_M);
        Optional<AltitudeAmsl> ground = terrain.findGround(frame.toGeographic(at));
        known = ground.map(AltitudeAmsl::metres).orElse(known);
        ups[row * (columns + 1) + column] = known;
      }
    }
    tileColumns = columns / span;
    tiles = new Mesh.Builder[tileColumns * (rows / span)];
    for (int i = 0; i < tiles.length; i++) {
      tiles[i] = new Mesh.Builder();
    }
  }

  double eastEdgeM() {
    return westM + columns * CELL_M;
  }

  double northEdgeM() {
    return southM + rows * CELL_M;
  }

  /** Altitude of the ground, metres; beyond the edge that of the edge. */
  double upM(double eastM, double northM) {
    double x = Math.max(0, Math.min(columns - 1e-9, (eastM - westM) / CELL_M));
    double y = Math.max(0, Math.min(rows - 1e-9, (northM - southM) / CELL_M));
    int column = (int) x;
    int row = (int) y;
    double u = x - column;
    double v = y - row;
    double a = corner(column, row);
    double b = corner(column + 1, row);
    double c = corner(column + 1, row + 1);
    double d = corner(column, row + 1);
    return u >= v ? a + u * (b - a) + v * (c - b) : a + v * (d - a) + u * (c - d);
  }

  private double corner(int column, int row) {
    return ups[row * (columns + 1) + column];
  }

  /** The mesh that holds what stands at a place. */
  Mesh.Builder tile(double eastM, double northM) {
    int column = (int) Math.max(0, Math.min(columns - 1, (eastM - westM) / CELL_M));
    int row = (int) Math.max(0, Math.min(rows - 1, (northM - southM) / CELL_M));
    return tileOf(column, row);
  }

  private Mesh.Builder tileOf(int column, int row) {
    return tiles[row / CELLS_PER_TILE * tileColumns + column / CELLS_PER_TILE];
  }

  /** Covers the whole ground with a surface. */
  void cover(Surface surface) {
    double[] all = {
      westM, southM, eastEdgeM(), southM, eastEdgeM(), northEdgeM(), westM, northEdgeM()
    };
    lay(Mesh.Layer.GROUND, surface, all);
  }

  /**
   * Lays a convex polygon on the ground.
   *
   * @param outline east and north of each corner, against the clock
   */
  void lay(Mesh.Layer layer, Surface surface, double[] outline) {
    lay(layer, surface, outline, null);
  }

  /**
   * The same into one mesh of its own, or where it lies when that is null.
   *
   * @param into takes all pieces
   */
  void lay(Mesh.Layer layer, Surface surface, double[] outline, Mesh.@Nullable Builder into) {
    double[] box = Flat.box(outline);
    int firstColumn = (int) Math.max(0, Math.floor((box[0] - westM) / CELL_M));
    int lastColumn = (int) Math.min(columns - 1, Math.floor((box[2] - westM) / CELL_M));
    int firstRow = (int) Math.max(0, Math.floor((box[1] - southM) / CELL_M));
    int lastRow = (int) Math.min(rows - 1, Math.floor((box[3] - southM) / CELL_M));
    for (int row = firstRow; row <= lastRow; row++) {
      double south = southM + row * CELL_M;
      double[] strip = Flat.clip(outline, 0, 1, -south);
      strip = Flat.clip(strip, 0, -1, south + CELL_M);
      for (int column = firstColumn; column <= lastColumn && strip.length > 0; column++) {
        double west = westM + column * CELL_M;
        double[] piece = Flat.clip(strip, 1, 0, -west);
        piece = Flat.clip(piece, -1, 0, west + CELL_M);
        // the triangle below the diagonal, then the one above
        double across = south - west;
        Mesh.Builder mesh = into == null ? tileOf(column, row) : into;
        put(mesh, layer, surface, Flat.clip(piece, 1, -1, across), column, row, true);
        put(mesh, layer, surface, Flat.clip(piece, -1, 1, -across), column, row, false);
      }
    }
  }

  private void put(
      Mesh.Builder mesh,
      Mesh.Layer layer,
      Surface surface,
      double[] piece,
      int column,
      int row,
      boolean below) {
    if (piece.length < 6) {
      return;
    }
    double a = corner(column, row);
    double c = corner(column + 1, row + 1);
    double eastSlope = (below ? corner(column + 1, row) - a : c - corner(column, row + 1)) / CELL_M;
    double northSlope =
        (below ? c - corner(column + 1, row) : corner(column, row + 1) - a) / CELL_M;
    double[] corners = new double[piece.length / 2 * 3];
    for (int i = 0; i < piece.length / 2; i++) {
      double x = piece[2 * i];
      double y = piece[2 * i + 1];
      corners[3 * i] = x;
      corners[3 * i + 1] = y;
      corners[3 * i + 2] =
          a + eastSlope * (x - westM - column * CELL_M) + northSlope * (y - southM - row * CELL_M);
    }
    double[] normal = {-eastSlope, -northSlope, 1};
    mesh.add(layer, surface, normal, corners);
  }

  /** The finished meshes. */
  List<Mesh> build() {
    List<Mesh> meshes = new ArrayList<>();
    for (Mesh.Builder tile : tiles) {
      if (!tile.isEmpty()) {
        meshes.add(tile.build());
      }
    }
    return meshes;
  }
}
