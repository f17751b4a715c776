package org.vigie.groundstation.vehicle.protocol;

/** The parts of a {@link Load}, in the order in which they are written. */
public enum LoadPart {
  PARAMETERS,
  FENCE,
  RALLY,
  MISSION;

  static LoadPart of(ListKind kind) {
    return valueOf(kind.name());
  }
}
