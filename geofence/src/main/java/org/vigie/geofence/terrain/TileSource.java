package org.vigie.geofence.terrain;

import java.io.IOException;
import java.util.Optional;

/** Where tiles come from: a folder, an archive, a store. Implemented by the caller. */
@FunctionalInterface
public interface TileSource {
  /**
   * The whole content of a file, or empty when there is none of that name. The caller of this
   * method keeps the array and does not change it.
   *
   * @param name a plain file name, such as {@code N45E004.hgt}
   * @throws IOException if there is such a file and it cannot be read
   */
  Optional<byte[]> find(String name) throws IOException;
}
