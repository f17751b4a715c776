package org.vigie.geofence.document;

import java.util.HashMap;
import java.util.Map;

/** Where each field of a file stands. Confined to one document. */
final class Places {
  /** A file that repeats what it names, or a long one, must not fill the memory. */
  private static final int VALUES_MAX = 5_000_000;

  private final String file;
  private final Map<String, Place> places = new HashMap<>();
  private int values;

  Places(String file) {
    this.file = file;
  }

  /** Line and column, both from 1. */
  private record Place(int line, int column) {}

  static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  void put(String pointer, int line, int column) {
    places.put(pointer, new Place(line, column));
  }

  /** Counts one more value of the file. */
  void count(String pointer) throws DocumentException {
    if (++values > VALUES_MAX) {
      throw new DocumentException(problem(pointer, "the file holds too many values"));
    }
  }

  /** The problem at a field, at its own line or at that of the nearest parent that is known. */
  Problem problem(String pointer, String message) {
    String at = pointer;
    while (!places.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    Place place = places.get(at);
    return place == null
        ? new Problem(file, 0, 0, pointer, message)
        : new Problem(file, place.line(), place.column(), pointer, message);
  }
}
