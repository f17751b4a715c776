package org.vigie.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.MavParamType;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.util.EnumValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.run.ScenarioFile;
import org.vigie.simulator.world.SimulatedVehicle;

/** Both personalities in one world, fitted out, with faults: one seed, one course of bytes. */
class FittedDeterminismTest {
  private static final String SHIPPED = "/org/vigie/simulator/scenario/";

  private static final List<String> FAULTS =
      List.of(
          "gps-glitch 8 3 for 4",
          "gps-noise 6",
          "compass-off @quad-1",
          "baro-drift 0.3 @quad-2",
          "imu-bias 0.2",
          "motor-weak 1 92 @quad-1",
          "battery-sag 2",
          "link-drop 20",
          "link-delay 0.2 0.1",
          "link-reorder 10 @quad-2",
          "wind 7 120 11",
          "gust 12 for 3");

  @TempDir Path folder;

  private ScenarioFile twoVehicles() throws Exception {
    for (String file : List.of("saint-etienne.asc", "saint-etienne-town.json")) {
      Files.writeString(folder.resolve(file), shipped(file));
    }
    String second =
        """
          - id: quad-2
            systemId: 2
            autopilot: px4
            airframe: quad-1kg
            home: {lat: 45.43870, lon: 4.37670, amslM: 538.2, headingDeg: 10}
        sensors:""";
    Path file = folder.resolve("two.yaml");
    Files.writeString(file, shipped("fair-weather.yaml").replaceFirst("(?m)^sensors:", second));
    return ScenarioFile.read(file.toString());
  }

  private static String shipped(String name) {
    try (InputStream in =
        Objects.requireNonNull(ScenarioFile.class.getResourceAsStream(SHIPPED + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void set(SimulatedWorld world, SimulatedVehicle vehicle, String name, int value) {
    boolean px4 = vehicle.setup().systemId() == 2;
    world.say(
        vehicle,
        ParamSet.builder()
            .targetSystem(vehicle.setup().systemId())
            .targetComponent(1)
            .paramId(name)
            .paramType(
                EnumValue.of(
                    px4 ? MavParamType.MAV_PARAM_TYPE_INT32 : MavParamType.MAV_PARAM_TYPE_REAL32))
            .paramValue(px4 ? Float.intBitsToFloat(value) : value)
            .build());
  }

  private byte[] course(long seed, Set<Class<?>> heard) throws Exception {
    SimulatedWorld world = SimulatedWorld.of(twoVehicles(), OptionalLong.of(seed));
    SimulatedVehicle copter = world.vehicles().get(0);
    SimulatedVehicle px4 = world.vehicles().get(1);
    world.run(Duration.ofSeconds(2));
    List.of("CAM1_TYPE", "MNT1_TYPE").forEach(name -> set(world, copter, name, 6));
    set(world, copter, "DID_ENABLE", 1);
    set(world, px4, "TRIG_MODE", 4);
    set(world, px4, "MNT_MODE_IN", 4);
    set(world, px4, "COM_ARM_ODID", 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String fault : FAULTS) {
      world.fault(fault);
      world.run(Duration.ofSeconds(2));
      for (SimulatedVehicle vehicle : world.vehicles()) {
        Vec3 at = vehicle.body().position();
        bytes.writeBytes(
            ByteBuffer.allocate(24)
                .putDouble(at.east())
                .putDouble(at.north())
                .putDouble(at.up())
                .array());
      }
    }
    assertThat(world.notes()).isEmpty();
    for (SimulatedVehicle vehicle : world.vehicles()) {
      bytes.writeBytes(world.link(vehicle).log().bytes());
      world.link(vehicle).heard().forEach(message -> heard.add(message.getClass()));
    }
    return bytes.toByteArray();
  }

  @Test
  void the_same_seed_gives_the_same_bytes_with_every_device_fitted_and_a_dozen_faults()
      throws Exception {
    Set<Class<?>> heard = new HashSet<>();
    byte[] first = course(7, heard);

    assertThat(course(7, heard)).isEqualTo(first);
    assertThat(course(8, heard)).isNotEqualTo(first);
    assertThat(heard).extracting(Class::getSimpleName).contains("GimbalManagerStatus");
  }
}
