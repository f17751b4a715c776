package org.vigie.simulator.fault;

import org.vigie.simulator.world.Weather;

/**
 * Something that goes wrong, with its figures. Immutable. What a fault does as long as it lasts, it
 * says of a vehicle's {@link Condition} or of the weather, and the worst of all faults counts,
 * whichever began first; what it does once, it does when it begins.
 *
 * @see FaultKind the catalogue
 */
public sealed interface Fault
    permits GpsFault,
        SensorFault,
        PowerFault,
        RadioFault,
        CameraFault,
        StorageFault,
        WeatherFault,
        TrafficFault,
        AlarmFault,
        StationFault,
        StrangerFault {
  /** Its entry in the catalogue. */
  FaultKind kind();

  /** Which part of a vehicle or of the sky, so that two of a kind can last side by side. */
  default String part() {
    return "";
  }

  /** What it does to each vehicle that it concerns as long as it lasts. */
  default void worsen(Condition condition) {}

  /** The weather as long as it lasts, over what the weather would be without it. */
  default Weather over(Weather below) {
    return below;
  }

  /** Whether the station under test is down as long as it lasts. */
  default boolean stopsStation() {
    return false;
  }

  /**
   * What it does once, for one vehicle at a time; what comes back undoes it. On the world's thread.
   */
  default Runnable begin(FaultSite site) {
    return () -> {};
  }
}
