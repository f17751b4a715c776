package org.vigie.groundstation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What the map shows; whoever holds zones and base map answers. Thread-safe. */
public interface MapSource {
  /**
   * {@code GET /api/map} but for its {@code cameras}, which the API adds for the person who asks.
   * May block; the tree is read only, so that the same one may be given again and again.
   */
  ObjectNode map();

  /**
   * Origin that map tiles are fetched from, for example {@code https://tiles.example}, which the
   * page's content security policy then allows pictures from; empty when there are none.
   */
  Optional<String> tilesOrigin();
}
