package org.vigie.simulator.fault;

/**
 * Something that goes wrong, with its figures. Immutable.
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

  /** Lets it happen; what comes back ends it again. On the world's thread. */
  Runnable begin(FaultSite site);

  /** Which part of a vehicle or of the sky, so that two of a kind can last side by side. */
  default String part() {
    return "";
  }

  /**
   * Whether it may be put on again, as is done when another fault on the same part ends. Not so
   * what happens once.
   */
  default boolean lasting() {
    return true;
  }
}
