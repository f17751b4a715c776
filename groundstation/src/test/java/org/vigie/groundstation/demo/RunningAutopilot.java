package org.vigie.groundstation.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.StateMessage.AutopilotVersion;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.planner.plan.Firmware;

/**
 * What an autopilot that runs elsewhere says of itself.
 *
 * @param firmware the table of its version
 */
record RunningAutopilot(int systemId, String firmware) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int REQUEST_MESSAGE = 512;
  private static final int AUTOPILOT_VERSION = 148;

  static RunningAutopilot listen(AircraftOnSocket aircraft) throws IOException {
    FrameReader reader = new FrameReader();
    FrameWriter writer = new FrameWriter(255, 190);
    Heard heard = new Heard();
    Instant end = aircraft.now().plus(PATIENCE);
    Instant ask = aircraft.now();
    while (heard.version == null) {
      if (aircraft.now().isAfter(end)) {
        throw new AssertionError("no autopilot told its version");
      }
      aircraft.turn();
      byte[] bytes = aircraft.received();
      reader.read(bytes, 0, bytes.length, heard::take);
      if (heard.systemId != 0 && !aircraft.now().isBefore(ask)) {
        ask = aircraft.now().plusSeconds(1);
        aircraft.send(
            writer
                .write(
                    new CommandLong(
                        heard.systemId, 1, REQUEST_MESSAGE, 0, AUTOPILOT_VERSION, 0, 0, 0, 0, 0, 0))
                .bytes());
      }
    }
    return new RunningAutopilot(heard.systemId, heard.table());
  }

  private static final class Heard {
    private int systemId;
    private String family = "";
    private @Nullable AutopilotVersion version;

    private void take(Frame frame) {
      VehicleMessage message = Messages.decode(frame);
      if (message instanceof Heartbeat beat && frame.componentId() == 1) {
        AutopilotProfile.find(beat.autopilot(), beat.type())
            .ifPresent(
                profile -> {
                  systemId = frame.systemId();
                  family = profile.firmware();
                });
      } else if (message instanceof AutopilotVersion told && frame.systemId() == systemId) {
        version = told;
      }
    }

    private String table() {
      AutopilotVersion told = version;
      long number = told == null ? 0 : told.flightSwVersion();
      String minor = family + "-" + (number >> 24 & 0xFF) + "." + (number >> 16 & 0xFF);
      return Arrays.stream(Firmware.values())
          .map(Firmware::id)
          .filter(minor::equals)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no table for " + minor));
    }
  }
}
