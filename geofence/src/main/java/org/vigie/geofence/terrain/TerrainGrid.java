package org.vigie.geofence.terrain;

import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

/**
 * Altitudes on a regular grid in degrees, of the ground or of a surface: bilinear between the
 * centres of four cells. Beyond the outermost centres, and beside a void, the altitude is unknown.
 * Immutable.
 */
public final class TerrainGrid implements Terrain {
  private final GridFrame frame;
  private final Cells cells;
  private final RangePyramid pyramid;

  TerrainGrid(GridFrame frame, Cells cells) {
    if (cells.count() != frame.columns() * frame.rows()) {
      throw new IllegalArgumentException(cells.count() + " cells for " + frame);
    }
    this.frame = frame;
    this.cells = cells;
    this.pyramid = new RangePyramid(cells, frame.columns(), frame.rows());
  }

  /** The memory that the grid takes, bytes. */
  public long bytes() {
    return cells.bytes() + pyramid.bytes();
  }

  /** Longitude and latitude of the outermost centres: south-western corner. */
  public LatLon southWest() {
    return new LatLon(Math.max(-90, frame.southDeg()), Math.max(-180, frame.westDeg()));
  }

  /** Longitude and latitude of the outermost centres: north-eastern corner. */
  public LatLon northEast() {
    return new LatLon(
        Math.min(90, frame.southDeg() + (frame.rows() - 1) * frame.latStepDeg()),
        Math.min(180, frame.westDeg() + (frame.columns() - 1) * frame.lonStepDeg()));
  }

  @Override
  public Optional<AltitudeAmsl> findGround(LatLon point) {
    double x = frame.x(point.lonDeg());
    double y = frame.y(point.latDeg());
    if (!frame.covers(x, y)) {
      return Optional.empty();
    }
    int column = Math.min((int) x, frame.columns() - 2);
    int row = Math.min((int) y, frame.rows() - 2);
    double u = x - column;
    double v = y - row;
    double altitudeM =
        weighted(column, row, (1 - u) * (1 - v))
            + weighted(column + 1, row, u * (1 - v))
            + weighted(column, row + 1, (1 - u) * v)
            + weighted(column + 1, row + 1, u * v);
    return Double.isNaN(altitudeM) ? Optional.empty() : Optional.of(new AltitudeAmsl(altitudeM));
  }

  /** Between four centres nothing is higher or lower than they: the range of all touched cells. */
  @Override
  public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
    if (southWest.latDeg() > northEast.latDeg()) {
      throw new IllegalArgumentException("corners are not south-west and north-east");
    }
    if (southWest.lonDeg() > northEast.lonDeg()) {
      return AcrossAntimeridian.range(this, southWest, northEast);
    }
    double left = frame.x(southWest.lonDeg());
    double right = frame.x(northEast.lonDeg());
    double bottom = frame.y(southWest.latDeg());
    double top = frame.y(northEast.latDeg());
    if (!frame.covers(left, bottom) || !frame.covers(right, top)) {
      return Optional.empty();
    }
    RangePyramid.Search found =
        pyramid.search((int) left, (int) Math.ceil(right), (int) bottom, (int) Math.ceil(top));
    return found.unknown
        ? Optional.empty()
        : Optional.of(
            new GroundRange(new AltitudeAmsl(found.lowestM), new AltitudeAmsl(found.highestM)));
  }

  /** A weight of zero reads nothing: on a grid line a void beyond it does not matter. */
  private double weighted(int column, int row, double weight) {
    return weight == 0 ? 0 : weight * cells.altitudeM(row * frame.columns() + column);
  }
}
