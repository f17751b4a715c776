package org.vigie.geofence.zone.io;

import org.vigie.geofence.document.Problem;

/** Knows where the fields of a file stand. */
interface Places {
  /** A problem at a field: a JSON pointer from the file's root. */
  Problem problem(String pointer, String message);

  /** Places of a file of which only the name is known. */
  static Places nowhere(String file) {
    return (pointer, message) -> new Problem(file, 0, 0, pointer, message);
  }
}
