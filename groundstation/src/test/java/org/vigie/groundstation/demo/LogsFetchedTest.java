package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.LogMessage.LogEntry;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.SteppedVehicle;
import org.vigie.groundstation.vehicle.Supervisor;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleSettings;
import org.vigie.groundstation.vehicle.protocol.LogFetched;
import org.vigie.groundstation.vehicle.protocol.LogList;
import org.vigie.simulator.world.Flavour;

/** The log that an ArduCopter wrote of its motors running, fetched over a socket. */
class LogsFetchedTest {
  /** Head of each DataFlash message. */
  private static final byte[] DATA_FLASH = {(byte) 0xA3, (byte) 0x95};

  private static final int ARM = 400;

  private final AutopilotProfile profile = AutopilotProfile.arducopter();
  private final List<LogList> lists = new ArrayList<>();
  private final List<LogFetched> ends = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private final class Reader implements Supervisor<VehicleAct> {
    @Override
    public List<VehicleAct> onReport(VehicleReport report, Instant now) {
      if (report instanceof VehicleReport.LogsListed listed) {
        lists.add(listed.list());
      } else if (report instanceof VehicleReport.LogPart part) {
        byte[] copy = new byte[part.part().remaining()];
        part.part().duplicate().get(copy);
        bytes.writeBytes(copy);
      } else if (report instanceof VehicleReport.LogFinished finished) {
        ends.add(finished.end());
      }
      return List.of();
    }

    @Override
    public List<VehicleAct> onInput(VehicleAct act, Instant now) {
      return List.of(act);
    }
  }

  @Test
  void a_log_is_left_alone_while_motors_run_and_comes_whole_after() throws IOException {
    try (AircraftOnSocket aircraft =
        AircraftOnSocket.simulated(Flavour.ARDUCOPTER_4_6, new LatLon(45.4390, 4.3790), 530)) {
      SteppedVehicle<VehicleAct> vehicle =
          new SteppedVehicle<>(VehicleSettings.of("v1", 1, profile), new Reader(), aircraft::send);
      Instant ready = aircraft.now().plusSeconds(45); // its estimator needs some
      until(aircraft, vehicle, 120, () -> aircraft.now().isAfter(ready));
      vehicle.input(new VehicleAct.SetMode("m", profile.arming()), aircraft.now());
      until(aircraft, vehicle, 10, () -> vehicle.snapshot().inMode(profile.arming()));
      aircraft.send(command(1));
      until(aircraft, vehicle, 20, () -> vehicle.snapshot().armed());
      vehicle.input(new VehicleAct.ListLogs(), aircraft.now());
      until(aircraft, vehicle, 10, () -> !lists.isEmpty());
      assertThat(lists.remove(0).whole()).isFalse();
      aircraft.send(command(0));
      until(aircraft, vehicle, 20, () -> !vehicle.snapshot().armed());
      Instant written = aircraft.now().plusSeconds(20);
      until(aircraft, vehicle, 30, () -> aircraft.now().isAfter(written));
      vehicle.input(new VehicleAct.ListLogs(), aircraft.now());
      until(aircraft, vehicle, 20, () -> !lists.isEmpty());
      assertThat(lists.get(0).whole()).isTrue();
      LogEntry entry = lists.get(0).logs().get(0);
      vehicle.input(new VehicleAct.FetchLog(entry.id(), entry.sizeBytes()), aircraft.now());
      until(aircraft, vehicle, 300, () -> !ends.isEmpty());

      assertThat(ends).containsExactly(new LogFetched(entry.id(), entry.sizeBytes(), ""));
      assertThat(bytes.size()).isEqualTo((int) entry.sizeBytes()).isGreaterThan(1000);
      assertThat(bytes.toByteArray()).startsWith(DATA_FLASH);
    }
  }

  private static byte[] command(int arm) {
    return new FrameWriter(255, 191)
        .write(new CommandLong(1, 1, ARM, 0, arm, 0, 0, 0, 0, 0, 0))
        .bytes();
  }

  private static void until(
      AircraftOnSocket aircraft,
      SteppedVehicle<VehicleAct> vehicle,
      double limitS,
      BooleanSupplier so)
      throws IOException {
    Instant end = aircraft.now().plusMillis((long) (limitS * 1000));
    for (int i = 0; !so.getAsBoolean(); i++) {
      assertThat(aircraft.now()).as("%s", vehicle.snapshot()).isBefore(end);
      aircraft.turn();
      byte[] received = aircraft.received();
      vehicle.bytes(received, received.length, aircraft.now());
      if (i % 5 == 0) {
        vehicle.tick(aircraft.now());
      }
    }
  }
}
