package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.MavOdidArmStatus;
import io.dronefleet.mavlink.common.MavOdidIdType;
import io.dronefleet.mavlink.common.OpenDroneIdArmStatus;
import io.dronefleet.mavlink.common.OpenDroneIdBasicId;
import io.dronefleet.mavlink.common.OpenDroneIdLocation;
import io.dronefleet.mavlink.common.OpenDroneIdOperatorId;
import io.dronefleet.mavlink.common.OpenDroneIdSelfId;
import io.dronefleet.mavlink.common.OpenDroneIdSystem;
import io.dronefleet.mavlink.common.OpenDroneIdSystemUpdate;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;

/**
 * The remote identification transmitter of a vehicle: takes what a station knows of aircraft,
 * operator and place, and says each second whether it may fly. Confined to the world's thread.
 *
 * @source MAVLink services/opendroneid; ArduRemoteID's arm status: each thing that is missing is
 *     named
 */
public final class RemoteId {
  private static final double STATUS_S = 1;

  /** What is older than this is missing. @source AP_OpenDroneID.cpp, max_age_ms */
  private static final double AGE_S_MAX = 3;

  /** What does not change may be older. @source ArduRemoteID transport.cpp, max_age_other_ms */
  private static final double OTHER_AGE_S_MAX = 22;

  private final DoubleSupplier timeS;
  private final BiConsumer<Integer, Object> send;
  private double nextS;
  private String aircraft = "";
  private boolean aircraftTyped;
  private String operator = "";
  private double systemS = Double.NEGATIVE_INFINITY;
  private double operatorS = Double.NEGATIVE_INFINITY;
  private double descriptionS = Double.NEGATIVE_INFINITY;
  private double locationS = Double.NEGATIVE_INFINITY;
  private boolean operatorPlaced;

  /** A transmitter. @param timeS time since boot */
  public RemoteId(DoubleSupplier timeS, BiConsumer<Integer, Object> send) {
    this.timeS = timeS;
    this.send = send;
  }

  /** Takes a message in; false when it is none of remote identification's. */
  public boolean receive(Object payload) {
    if (payload instanceof OpenDroneIdBasicId m) {
      if (m.idType() != null && m.idType().entry() != MavOdidIdType.MAV_ODID_ID_TYPE_NONE) {
        aircraft = text(m.uasId());
        aircraftTyped = true;
      }
    } else if (payload instanceof OpenDroneIdOperatorId m) {
      operator = m.operatorId() == null ? "" : m.operatorId();
      operatorS = timeS.getAsDouble();
    } else if (payload instanceof OpenDroneIdSystem m) {
      system(m.operatorLatitude(), m.operatorLongitude());
    } else if (payload instanceof OpenDroneIdSystemUpdate m) {
      system(m.operatorLatitude(), m.operatorLongitude());
    } else if (payload instanceof OpenDroneIdLocation) {
      locationS = timeS.getAsDouble();
    } else if (payload instanceof OpenDroneIdSelfId) {
      descriptionS = timeS.getAsDouble();
    } else {
      return false;
    }
    return true;
  }

  /** The autopilot itself says which aircraft it is. */
  public void know(String serialNumber) {
    aircraft = serialNumber;
    aircraftTyped = true;
  }

  private void system(int latitude, int longitude) {
    systemS = timeS.getAsDouble();
    operatorPlaced = latitude != 0 || longitude != 0;
  }

  private static String text(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
  }

  /**
   * What keeps it from transmitting lawfully, in the words of an autopilot's arming check; empty
   * when nothing does.
   *
   * @source AP_OpenDroneID::pre_arm_check
   */
  public Optional<String> missing() {
    if (!aircraftTyped) {
      return Optional.of("UA_TYPE required in BasicID");
    }
    if (!operatorPlaced) {
      return Optional.of("operator location must be set");
    }
    return timeS.getAsDouble() - systemS > AGE_S_MAX
        ? Optional.of("SYSTEM not available")
        : Optional.empty();
  }

  /** What the transmitter misses besides. @source ArduRemoteID transport.cpp, arm_status_check */
  private Optional<String> unsaid() {
    double nowS = timeS.getAsDouble();
    String names =
        (nowS - descriptionS > OTHER_AGE_S_MAX ? "SELF_ID " : "")
            + (nowS - operatorS > OTHER_AGE_S_MAX ? "OP_ID " : "");
    return names.isEmpty() ? Optional.empty() : Optional.of("missing " + names);
  }

  /** UAS id as it was sent, empty before. */
  public String aircraft() {
    return aircraft;
  }

  /** Operator id as it was sent, empty before. */
  public String operator() {
    return operator;
  }

  /** When a station last sent a place of its own, seconds since boot. */
  public double locationS() {
    return locationS;
  }

  /** Says each second whether it is good to arm. */
  public void tick() {
    double nowS = timeS.getAsDouble();
    if (nowS >= nextS) {
      nextS = Math.max(nextS + STATUS_S, nowS);
      send.accept(Autopilot.ALL_LINKS, status());
    }
  }

  /** OPEN_DRONE_ID_ARM_STATUS now. */
  public OpenDroneIdArmStatus status() {
    Optional<String> missing = missing().or(this::unsaid);
    return OpenDroneIdArmStatus.builder()
        .status(
            missing.isEmpty()
                ? MavOdidArmStatus.MAV_ODID_ARM_STATUS_GOOD_TO_ARM
                : MavOdidArmStatus.MAV_ODID_ARM_STATUS_PRE_ARM_FAIL_GENERIC)
        .error(missing.orElse(""))
        .build();
  }
}
