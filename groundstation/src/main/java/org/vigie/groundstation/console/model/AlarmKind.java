package org.vigie.groundstation.console.model;

/** What can be wrong, the worst first. */
public enum AlarmKind {
  OUTSIDE_VOLUME(Level.RED),
  LINK_LOST(Level.RED),
  PILOT_LOST(Level.RED),
  STATION_LOST(Level.RED),
  TRAFFIC(Level.RED),
  ZONES_CHANGED(Level.RED),
  HOME_MOVED(Level.RED),
  ORDER_REFUSED(Level.RED),
  EXTERNAL_CONTROL(Level.AMBER),
  OUTSIDE_GEOGRAPHY(Level.AMBER),
  DIVERTED(Level.AMBER),
  NO_SATELLITES(Level.AMBER),
  OFFERED_TO_YOU(Level.AMBER),
  BATTERY_LOW(Level.AMBER),
  HOME_ENERGY(Level.AMBER),
  TIME_SHORT(Level.AMBER),
  BEHIND_PLAN(Level.AMBER),
  CONTAINMENT_UNKNOWN(Level.AMBER),
  MARGIN_LOW(Level.AMBER),
  LINK_STALE(Level.AMBER),
  ORDER_WITHOUT_EFFECT(Level.AMBER),
  VIDEO_LOST(Level.AMBER);

  private final Level level;

  AlarmKind(Level level) {
    this.level = level;
  }

  public Level level() {
    return level;
  }
}
