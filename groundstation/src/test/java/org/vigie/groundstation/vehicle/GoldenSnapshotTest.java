package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.dronefleet.mavlink.common.Attitude;
import io.dronefleet.mavlink.common.BatteryStatus;
import io.dronefleet.mavlink.common.ExtendedSysState;
import io.dronefleet.mavlink.common.GlobalPositionInt;
import io.dronefleet.mavlink.common.GpsRawInt;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.MissionCurrent;
import io.dronefleet.mavlink.common.SysStatus;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.serialization.payload.reflection.ReflectionPayloadDeserializer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.Recorded;
import org.vigie.groundstation.mavlink.TlogRecord;
import org.vigie.groundstation.vehicle.way.FrameOutlet;
import org.vigie.groundstation.vehicle.way.Trust;
import org.vigie.groundstation.vehicle.way.Ways;

/**
 * Recorded flights replayed: at moments spread over each, the snapshot says what the last message
 * of each kind says, as the MAVLink library decodes it.
 */
final class GoldenSnapshotTest {
  private static final int MOMENTS = 25;
  private static final FrameOutlet WAY =
      new FrameOutlet() {
        @Override
        public boolean send(Frame frame) {
          return false;
        }

        @Override
        public boolean open() {
          return true;
        }

        @Override
        public String name() {
          return "record";
        }
      };

  private final ReflectionPayloadDeserializer library = new ReflectionPayloadDeserializer();
  private final Map<Class<?>, Object> last = new HashMap<>();
  private final Ways ways = new Ways();
  private final FrameReader reader = new FrameReader();
  private final TelemetryFold fold =
      new TelemetryFold(
          new VehicleReducer(AutopilotProfile.arducopter()), VehicleSnapshot.unheard("V1", 1));
  private @Nullable Object newestOfBattery;
  private double highestM = Double.NEGATIVE_INFINITY;
  private int compared;

  private static final Map<Integer, Class<?>> KINDS =
      Map.of(
          0, Heartbeat.class,
          1, SysStatus.class,
          24, GpsRawInt.class,
          30, Attitude.class,
          33, GlobalPositionInt.class,
          42, MissionCurrent.class,
          147, BatteryStatus.class,
          242, HomePosition.class,
          245, ExtendedSysState.class);

  /**
   * The columns: what the record's last GLOBAL_POSITION_INT says, and the greatest height in all of
   * them, unpacked from the bytes by a script that knows the message's layout and nothing else.
   */
  @ParameterizedTest
  @CsvSource({
    "arducopter-flight, 3, 454390000, 43789999, 530090, 2",
    "a1-ap-fence-polygon-rtl, 3, 454390003, 43789997, 530080, 20007",
    "p9b-px4-mode-after-first-upload, 12, 454389974, 43789964, 530402, 16843"
  })
  void snapshots_say_what_the_record_says(
      String flight, int autopilot, int latE7, int lonE7, int amslMm, int highestMm) {
    List<TlogRecord> records =
        Recorded.records(flight).stream().filter(r -> r.frame().systemId() == 1).toList();
    for (int i = 0; i < records.size(); i++) {
      take(records.get(i));
      highestM =
          fold.snapshot()
              .findPosition()
              .map(position -> Math.max(highestM, position.height().metres()))
              .orElse(highestM);
      if (i % (records.size() / MOMENTS) == 0) {
        compare(fold.snapshot());
      }
    }
    assertThat(compared).isGreaterThan(MOMENTS * 4);
    VehicleSnapshot end = fold.snapshot();
    assertThat(Objects.requireNonNull(end.identity()).autopilot()).isEqualTo(autopilot);
    VehicleSnapshot.Position position = end.findPosition().orElseThrow();
    assertThat(position.point().latE7()).isEqualTo(latE7);
    assertThat(position.point().lonE7()).isEqualTo(lonE7);
    assertThat(position.altitude().metres()).isCloseTo(amslMm / 1e3, offset(1e-6));
    assertThat(highestM).isCloseTo(highestMm / 1e3, offset(1e-6));
    assertThat(ways.qualities(records.get(records.size() - 1).at())).hasSize(1);
  }

  private void take(TlogRecord record) {
    byte[] bytes = record.frame().bytes();
    Instant at = record.at();
    reader.read(
        bytes,
        0,
        bytes.length,
        frame -> {
          if (ways.heard(frame, WAY, Trust.CLAIM, at) == Ways.Hearing.NEW
              && frame.componentId() == 1) {
            fold.fold(frame, at);
            Class<?> kind = KINDS.get(frame.messageId());
            if (kind != null) {
              Object message = library.deserialize(frame.payload(), kind);
              last.put(kind, message);
              if (message instanceof SysStatus || message instanceof BatteryStatus) {
                newestOfBattery = message;
              }
            }
          }
        });
  }

  private <T> T theirs(Class<T> kind) {
    compared++;
    return kind.cast(Objects.requireNonNull(last.get(kind), kind.getSimpleName()));
  }

  private void compare(VehicleSnapshot ours) {
    if (ours.lastHeartbeatAt() != null) {
      Heartbeat beat = theirs(Heartbeat.class);
      assertThat(ours.armed()).isEqualTo((beat.baseMode().value() & 0x80) != 0);
      assertThat(ours.systemStatus()).isEqualTo(beat.systemStatus().value());
      assertThat(Objects.requireNonNull(ours.mode()).customMode())
          .isEqualTo(beat.customMode() & 0xFFFF_FFFFL);
    }
    ours.findPosition().ifPresent(this::compare);
    ours.findHome()
        .ifPresent(
            home -> {
              HomePosition theirs = theirs(HomePosition.class);
              assertThat(home.point().latE7()).isEqualTo(theirs.latitude());
              assertThat(home.point().lonE7()).isEqualTo(theirs.longitude());
              assertThat(home.altitude().metres()).isCloseTo(theirs.altitude() / 1e3, offset(1e-6));
            });
    VehicleSnapshot.Attitude attitude = ours.attitude();
    if (attitude != null) {
      Attitude theirs = theirs(Attitude.class);
      assertThat(attitude.rollRad()).isEqualTo(theirs.roll());
      assertThat(attitude.pitchRad()).isEqualTo(theirs.pitch());
      assertThat(attitude.yawRad()).isEqualTo(theirs.yaw());
    }
    VehicleSnapshot.Gps gps = ours.gps();
    if (gps != null) {
      GpsRawInt theirs = theirs(GpsRawInt.class);
      assertThat(gps.fixType()).isEqualTo(theirs.fixType().value());
      assertThat(gps.satellites().orElse(255)).isEqualTo(theirs.satellitesVisible());
      assertThat(gps.horizontalAccuracyM()).isCloseTo(theirs.hAcc() / 1e3, offset(1e-6));
    }
    if (ours.landed() != LandedState.UNDEFINED) {
      assertThat(ours.landed())
          .isEqualTo(LandedState.of(theirs(ExtendedSysState.class).landedState().value()));
    }
    ours.findMission()
        .ifPresent(
            mission ->
                assertThat(mission.seq()).isEqualTo(theirs(MissionCurrent.class).seq() % 65535));
    compareBattery(ours);
  }

  private void compare(VehicleSnapshot.Position position) {
    GlobalPositionInt theirs = theirs(GlobalPositionInt.class);
    assertThat(position.point().latE7()).isEqualTo(theirs.lat());
    assertThat(position.point().lonE7()).isEqualTo(theirs.lon());
    assertThat(position.altitude().metres()).isCloseTo(theirs.alt() / 1e3, offset(1e-6));
    assertThat(position.height().metres()).isCloseTo(theirs.relativeAlt() / 1e3, offset(1e-6));
    assertThat(position.velocity().northMps()).isCloseTo(theirs.vx() / 1e2, offset(1e-6));
    assertThat(position.velocity().eastMps()).isCloseTo(theirs.vy() / 1e2, offset(1e-6));
    assertThat(position.velocity().downMps()).isCloseTo(theirs.vz() / 1e2, offset(1e-6));
    assertThat(position.headingDeg().orElse(655.35)).isCloseTo(theirs.hdg() / 1e2, offset(1e-6));
  }

  /** Two messages tell of it: the newest counts. */
  private void compareBattery(VehicleSnapshot ours) {
    VehicleSnapshot.Battery battery = ours.battery();
    if (battery == null || !last.containsKey(SysStatus.class)) {
      return;
    }
    SysStatus theirs = theirs(SysStatus.class);
    if (newestOfBattery instanceof BatteryStatus status) {
      assertThat(battery.percent().orElse(-1)).isEqualTo(status.batteryRemaining());
      // less than nothing drawn is not known
      int consumed = Math.max(-1, status.currentConsumed());
      assertThat(battery.consumedMah().orElse(-1)).isEqualTo(consumed);
    } else {
      assertThat(battery.percent().orElse(-1)).isEqualTo(theirs.batteryRemaining());
      assertThat(battery.volts().orElse(65.535))
          .isCloseTo(theirs.voltageBattery() / 1e3, offset(1e-6));
    }
    assertThat(ours.prearmHealthy())
        .isEqualTo((theirs.onboardControlSensorsHealth().value() & 1 << 28) != 0);
  }
}
