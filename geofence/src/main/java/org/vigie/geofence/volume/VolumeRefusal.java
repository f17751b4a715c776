package org.vigie.geofence.volume;

/** Why no volume was drawn. */
public enum VolumeRefusal {
  /** The lines and areas with their half width do not hang together; the number counts pieces. */
  IN_PIECES,
  /** More points than {@link FlightShape#POINTS_MAX}. */
  TOO_MANY_POINTS,
  /** An outline of more vertices than {@link VolumeBuilder#OUTLINE_VERTICES_MAX}. */
  TOO_MANY_VERTICES,
  /** The lowest ground below the volume is not known: no ground risk buffer follows. */
  GROUND_UNKNOWN
}
