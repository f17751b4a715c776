package org.vigie.simulator.fault;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.simulator.autopilot.store.StoredList;
import org.vigie.simulator.net.LinkFaults;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.GpsReception;

/**
 * What is wrong with one vehicle, all its faults taken together: the worst of each quantity,
 * whatever the order in which they are told. Confined to the world's thread.
 */
public final class Condition {
  /** Of two offsets the longer is worse; of equal ones always the same. */
  private static final Comparator<Vec3> OFFSET =
      Comparator.comparingDouble(Vec3::length)
          .thenComparingDouble(Vec3::east)
          .thenComparingDouble(Vec3::north)
          .thenComparingDouble(Vec3::up);

  private static final Comparator<StrangerFault.Takeover> TAKEOVER =
      Comparator.comparingDouble(StrangerFault.Takeover::speedMps)
          .thenComparingDouble(StrangerFault.Takeover::courseDeg);

  private GpsReception gps = GpsReception.OK;
  private Vec3 gpsOffset = Vec3.ZERO;
  private OptionalDouble gpsNoise = OptionalDouble.empty();
  private boolean compass = true;
  private double baroDriftMps;
  private double imuBiasMps2;
  private boolean rangefinder = true;
  private final SortedMap<Integer, Double> motors = new TreeMap<>();
  private OptionalDouble drain = OptionalDouble.empty();
  private OptionalDouble sag = OptionalDouble.empty();
  private boolean radio = true;
  private LinkFaults link = LinkFaults.NONE;
  private FaultPorts.Picture picture = FaultPorts.Picture.LIVE;
  private boolean mission = true;
  private boolean fence = true;
  private Optional<StrangerFault.Takeover> takeover = Optional.empty();

  /** A receiver that says nothing is worse than one that answers without a position. */
  void gps(GpsReception reception) {
    if (gps == GpsReception.OK || reception == GpsReception.OFF) {
      gps = reception;
    }
  }

  void gpsOffset(Vec3 offset) {
    gpsOffset = OFFSET.compare(offset, gpsOffset) > 0 ? offset : gpsOffset;
  }

  void gpsNoise(double factor) {
    gpsNoise = larger(gpsNoise, factor);
  }

  void compassOff() {
    compass = false;
  }

  void baroDrift(double mps) {
    baroDriftMps = farther(baroDriftMps, mps);
  }

  void imuBias(double mps2) {
    imuBiasMps2 = farther(imuBiasMps2, mps2);
  }

  void rangefinderOff() {
    rangefinder = false;
  }

  /**
   * A motor gives only a share of its thrust.
   *
   * @param motor counts from 1
   */
  void motor(int motor, double share) {
    motors.merge(motor, share, Math::min);
  }

  void drain(double factor) {
    drain = larger(drain, factor);
  }

  void sag(double factor) {
    sag = larger(sag, factor);
  }

  void radioLost() {
    radio = false;
  }

  void link(LinkFaults faults) {
    link =
        new LinkFaults(
            Math.max(link.lossShare(), faults.lossShare()),
            Math.max(link.delayS(), faults.delayS()),
            Math.max(link.jitterS(), faults.jitterS()),
            Math.max(link.duplicateShare(), faults.duplicateShare()),
            Math.max(link.reorderShare(), faults.reorderShare()),
            Math.min(link.bytesPerSecond(), faults.bytesPerSecond()));
  }

  void picture(FaultPorts.Picture shown) {
    picture = shown.compareTo(picture) > 0 ? shown : picture;
  }

  void storage(StoredList list) {
    switch (list) {
      case MISSION -> mission = false;
      case FENCE -> fence = false;
    }
  }

  void takeover(StrangerFault.Takeover by) {
    boolean worse = takeover.isEmpty() || TAKEOVER.compare(by, takeover.get()) > 0;
    takeover = worse ? Optional.of(by) : takeover;
  }

  private static OptionalDouble larger(OptionalDouble factor, double other) {
    return OptionalDouble.of(factor.isPresent() ? Math.max(factor.getAsDouble(), other) : other);
  }

  /** The one that is farther from zero; of two as far the positive. */
  private static double farther(double one, double other) {
    int order = Double.compare(Math.abs(other), Math.abs(one));
    return order > 0 || (order == 0 && other > one) ? other : one;
  }

  GpsReception gps() {
    return gps;
  }

  Vec3 gpsOffset() {
    return gpsOffset;
  }

  double gpsNoise() {
    return gpsNoise.orElse(1);
  }

  boolean compass() {
    return compass;
  }

  double baroDriftMps() {
    return baroDriftMps;
  }

  double imuBiasMps2() {
    return imuBiasMps2;
  }

  boolean rangefinder() {
    return rangefinder;
  }

  /**
   * Share of its thrust that a motor gives, by its number from 1; those that are well are not in
   * it.
   */
  SortedMap<Integer, Double> motors() {
    return motors;
  }

  double drain() {
    return drain.orElse(1);
  }

  double sag() {
    return sag.orElse(1);
  }

  boolean radio() {
    return radio;
  }

  LinkFaults link() {
    return link;
  }

  FaultPorts.Picture picture() {
    return picture;
  }

  boolean sound(StoredList list) {
    return switch (list) {
      case MISSION -> mission;
      case FENCE -> fence;
    };
  }

  Optional<StrangerFault.Takeover> takeover() {
    return takeover;
  }
}
