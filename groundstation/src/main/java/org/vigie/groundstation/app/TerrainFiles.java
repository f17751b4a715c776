package org.vigie.groundstation.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.terrain.TerrainFile;

/** Terrain files by their names' endings: .asc, .hgt, .tif and .tiff. */
final class TerrainFiles {
  private TerrainFiles() {}

  /**
   * Files as one terrain that answers points: the first that knows a place answers; with none,
   * nothing is known.
   *
   * @throws DocumentException if a file cannot be understood
   */
  static Terrain read(List<Path> files) throws BadInputException, DocumentException {
    List<Terrain> all = new ArrayList<>();
    for (Path file : files) {
      all.add(read(file.getFileName().toString(), ZonesCommand.bytes(file)));
    }
    return all.size() == 1 ? all.get(0) : new FirstKnown(all);
  }

  /**
   * One file.
   *
   * @param name which tells the format, and for .hgt the place
   */
  static Terrain read(String name, byte[] bytes) throws DocumentException {
    return TerrainFile.read(name, bytes);
  }

  /** Several terrains: the first that knows answers. */
  private record FirstKnown(List<Terrain> all) implements Terrain {
    /** A box that several files share is quartered as often as this, then it is unknown. */
    private static final int QUARTERINGS_MAX = 6;

    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return all.stream()
          .map(terrain -> terrain.findGround(point))
          .flatMap(Optional::stream)
          .findFirst();
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      return range(southWest, northEast, QUARTERINGS_MAX);
    }

    private Optional<GroundRange> range(LatLon southWest, LatLon northEast, int quarterings) {
      Optional<GroundRange> whole =
          all.stream()
              .map(terrain -> terrain.findRange(southWest, northEast))
              .flatMap(Optional::stream)
              .findFirst();
      boolean across = southWest.lonDeg() > northEast.lonDeg();
      if (whole.isPresent() || quarterings == 0 || across) {
        return whole;
      }
      double midLatDeg = (southWest.latDeg() + northEast.latDeg()) / 2;
      double midLonDeg = (southWest.lonDeg() + northEast.lonDeg()) / 2;
      LatLon middle = new LatLon(midLatDeg, midLonDeg);
      return range(southWest, middle, quarterings - 1)
          .flatMap(sw -> range(middle, northEast, quarterings - 1).map(sw::and))
          .flatMap(
              range ->
                  range(
                          new LatLon(southWest.latDeg(), midLonDeg),
                          new LatLon(midLatDeg, northEast.lonDeg()),
                          quarterings - 1)
                      .map(range::and))
          .flatMap(
              range ->
                  range(
                          new LatLon(midLatDeg, southWest.lonDeg()),
                          new LatLon(northEast.latDeg(), midLonDeg),
                          quarterings - 1)
                      .map(range::and));
    }
  }
}
