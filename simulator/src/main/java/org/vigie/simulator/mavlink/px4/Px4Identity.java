package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.common.AutopilotVersion;
import io.dronefleet.mavlink.common.FlightInformation;
import io.dronefleet.mavlink.common.MavProtocolCapability;
import io.dronefleet.mavlink.common.StorageInformation;
import io.dronefleet.mavlink.common.StorageStatus;
import io.dronefleet.mavlink.util.EnumValue;
import java.math.BigInteger;
import java.util.HexFormat;
import org.vigie.simulator.autopilot.px4.Px4;

/** What a PX4 is: version, storage, flight counters. */
final class Px4Identity {
  /**
   * 1.17.0, released; recording p12 is of its alpha (0x40), which no station should fly unasked.
   */
  private static final long VERSION = 0x011100FFL;

  private static final long OS_VERSION = 101854463L;
  private static final int CAPABILITIES = 59647;

  /** First eight bytes of the git hash 59ded6af fd..., last byte first. @source recording p12 */
  private static final byte[] GIT = HexFormat.of().parseHex("000000fdafd6de59");

  private final Px4 px4;
  private final int systemId;

  Px4Identity(Px4 px4, int systemId) {
    this.px4 = px4;
    this.systemId = systemId;
  }

  private long bootMs() {
    return (long) (px4.timeS() * 1000);
  }

  AutopilotVersion version() {
    return AutopilotVersion.builder()
        .capabilities(EnumValue.create(MavProtocolCapability.class, CAPABILITIES))
        .flightSwVersion(VERSION)
        .middlewareSwVersion(VERSION)
        .osSwVersion(OS_VERSION)
        .boardVersion(1)
        .flightCustomVersion(GIT.clone())
        .middlewareCustomVersion(GIT.clone())
        .osCustomVersion(new byte[8])
        .uid(BigInteger.valueOf(0x4954_4956_0000_0000L + systemId))
        .uid2(new byte[18])
        .build();
  }

  StorageInformation storage() {
    return StorageInformation.builder()
        .timeBootMs(bootMs())
        .storageId(1)
        .storageCount(1)
        .status(StorageStatus.STORAGE_STATUS_READY)
        .totalCapacity(257_953)
        .usedCapacity(185_000)
        .availableCapacity(72_953)
        .name("")
        .build();
  }

  FlightInformation flight() {
    return FlightInformation.builder()
        .timeBootMs(bootMs())
        .armingTimeUtc(BigInteger.ZERO)
        .takeoffTimeUtc(BigInteger.ZERO)
        .flightUuid(BigInteger.ZERO)
        .build();
  }
}
