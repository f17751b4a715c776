package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.ManualControl;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.MavMissionResult;
import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MavParamType;
import io.dronefleet.mavlink.common.MissionAck;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.MissionSetCurrent;
import io.dronefleet.mavlink.common.PositionTargetTypemask;
import io.dronefleet.mavlink.common.SetMode;
import io.dronefleet.mavlink.common.SetPositionTargetGlobalInt;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.serialization.payload.reflection.ReflectionPayloadSerializer;
import io.dronefleet.mavlink.util.EnumValue;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.px4.Px4Params;
import org.vigie.simulator.autopilot.store.Commands;

/** One seed, one course of events; whatever is sent, the world goes on. */
@SuppressWarnings("deprecation") // the library calls messages in the making deprecated
class C02_Px4DeterminismTest {
  private static byte[] course(long seed) {
    Px4Flight flight = new Px4Flight(seed);
    flight.world.setWind(300, 5, 9);
    flight.run(10);
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 60, 60, 25),
            flight.order(Commands.NAV_RETURN_TO_LAUNCH)));
    flight.mode(Px4Mode.MISSION);
    flight.run(1);
    flight.command(511, 33, 100_000);
    flight.command(400, 1);
    flight.run(90);
    assertThat(flight.texts()).contains("Returning to launch", "Disarmed by landing");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ReflectionPayloadSerializer serializer = new ReflectionPayloadSerializer();
    flight.heard().forEach(one -> bytes.writeBytes(serializer.serialize(one.payload())));
    return bytes.toByteArray();
  }

  @Test
  void the_same_seed_gives_the_same_bytes_another_seed_others() {
    byte[] first = course(7);
    assertThat(course(7)).isEqualTo(first);
    assertThat(course(8)).isNotEqualTo(first);
  }

  private static final double[] NUMBERS = {
    0,
    1,
    -1,
    2,
    3,
    4,
    5,
    50,
    1e9,
    -1e30,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    45.439,
    4.379,
    21196,
    176,
    530,
    550,
    0.001
  };

  private static final int[] COMMANDS = {
    17, 20, 21, 22, 34, 115, 176, 178, 179, 185, 186, 192, 193, 195, 197, 201, 224, 300, 400, 410,
    420, 510, 511, 512, 520, 1000, 3001, 31999
  };

  private static final int[] ITEMS = {
    16, 17, 19, 20, 21, 22, 31, 93, 177, 178, 179, 189, 195, 197, 201, 400, 1000, 2000, 5001, 5002,
    5003, 5004, 5100, 9999
  };

  private static double number(SplittableRandom random) {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private static MissionItemInt item(SplittableRandom random, int seq, int type) {
    return MissionItemInt.builder()
        .targetSystem(1)
        .targetComponent(random.nextInt(3))
        .seq(seq)
        .frame(EnumValue.create(MavFrame.class, List.of(0, 2, 3, 5, 6).get(random.nextInt(5))))
        .command(EnumValue.create(MavCmd.class, ITEMS[random.nextInt(ITEMS.length)]))
        .autocontinue(random.nextInt(3))
        .param1((float) number(random))
        .param2((float) number(random))
        .param3((float) number(random))
        .param4((float) number(random))
        .x(random.nextBoolean() ? 454_390_000 + random.nextInt(9000) : random.nextInt())
        .y(random.nextBoolean() ? 43_790_000 + random.nextInt(9000) : random.nextInt())
        .z((float) number(random))
        .missionType(EnumValue.create(MavMissionType.class, type))
        .build();
  }

  private static Object transfer(SplittableRandom random) {
    int type = random.nextInt(5);
    EnumValue<MavMissionType> missionType = EnumValue.create(MavMissionType.class, type);
    return switch (random.nextInt(7)) {
      case 0 -> MissionRequestList.builder().targetSystem(1).missionType(missionType).build();
      case 1 ->
          MissionRequestInt.builder()
              .targetSystem(1)
              .seq(random.nextInt(6))
              .missionType(missionType)
              .build();
      case 2 ->
          MissionAck.builder()
              .targetSystem(1)
              .type(EnumValue.create(MavMissionResult.class, random.nextInt(17)))
              .missionType(missionType)
              .build();
      case 3 -> MissionClearAll.builder().targetSystem(1).missionType(missionType).build();
      case 4 -> MissionSetCurrent.builder().targetSystem(1).seq(random.nextInt(9)).build();
      case 5 ->
          MissionCount.builder()
              .targetSystem(1)
              .count(random.nextInt(5))
              .missionType(missionType)
              .build();
      default -> item(random, random.nextInt(4), type);
    };
  }

  private static Object steer(SplittableRandom random) {
    int mask = random.nextBoolean() ? 3527 : random.nextInt(4096);
    return switch (random.nextInt(4)) {
      case 0 ->
          SetPositionTargetLocalNed.builder()
              .targetSystem(1)
              .coordinateFrame(EnumValue.create(MavFrame.class, random.nextInt(12)))
              .typeMask(EnumValue.create(PositionTargetTypemask.class, mask))
              .x((float) number(random))
              .y((float) number(random))
              .z((float) number(random))
              .vx((float) number(random))
              .vy((float) number(random))
              .vz((float) number(random))
              .build();
      case 1 ->
          SetPositionTargetGlobalInt.builder()
              .targetSystem(1)
              .typeMask(EnumValue.create(PositionTargetTypemask.class, mask))
              .coordinateFrame(EnumValue.create(MavFrame.class, random.nextInt(12)))
              .latInt(random.nextInt())
              .lonInt(random.nextInt())
              .alt((float) number(random))
              .vx((float) number(random))
              .build();
      case 2 ->
          ManualControl.builder()
              .target(1)
              .x(random.nextInt(-2000, 2000))
              .y(random.nextInt(-2000, 2000))
              .z(random.nextInt(-2000, 2000))
              .r(random.nextInt(-2000, 2000))
              .build();
      default -> SetMode.builder().targetSystem(1).customMode(random.nextLong(1L << 32)).build();
    };
  }

  private static void anything(Px4Flight flight, SplittableRandom random) {
    double[] params = new double[7];
    for (int i = 0; i < params.length; i++) {
      params[i] = number(random);
    }
    int command = COMMANDS[random.nextInt(COMMANDS.length)];
    switch (random.nextInt(6)) {
      case 0 -> flight.say(transfer(random));
      case 1 -> flight.say(steer(random));
      case 2 -> {
        List<Px4Params.Entry> list = flight.px4().parameters().list();
        String name = list.get(random.nextInt(list.size())).name();
        float value =
            random.nextBoolean() ? (float) params[0] : Float.intBitsToFloat(random.nextInt());
        flight.set(
            name,
            value,
            random.nextBoolean()
                ? MavParamType.MAV_PARAM_TYPE_REAL32
                : MavParamType.MAV_PARAM_TYPE_INT32);
      }
      case 3 ->
          flight.say(
              CommandInt.builder()
                  .targetSystem(1)
                  .targetComponent(1)
                  .frame(EnumValue.create(MavFrame.class, random.nextInt(12)))
                  .command(EnumValue.create(MavCmd.class, command))
                  .param1((float) params[0])
                  .param2((float) params[1])
                  .param3((float) params[2])
                  .x(random.nextInt())
                  .y(random.nextInt())
                  .z((float) params[3])
                  .build());
      default -> flight.command(command, params);
    }
  }

  private static void fuzz(long seed, int rounds) {
    Px4Flight flight = new Px4Flight(seed);
    flight.run(8);
    SplittableRandom random = new SplittableRandom(seed);
    double beganS = flight.world.elapsedS();
    ReflectionPayloadSerializer serializer = new ReflectionPayloadSerializer();
    for (int i = 0; i < rounds; i++) {
      for (int j = 0; j < 3; j++) {
        anything(flight, random);
      }
      if (i % 50 == 0) {
        // back into the air, if it can be
        flight.command(22, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, 550);
        flight.command(400, 1);
        flight.vehicle.setGps(random.nextInt(4) > 0);
      }
      flight.run(0.1);
      flight.heard().forEach(one -> serializer.serialize(one.payload()));
      flight.forget();
    }
    assertThat(flight.world.elapsedS() - beganS).isGreaterThan(rounds * 0.09);
    assertThat(flight.at().length()).as("still a number").isNotNaN();
    assertThat(flight.px4().nav().position().length()).as("still a number").isNotNaN();
  }

  @Test
  void any_message_with_any_numbers_leaves_the_world_running() {
    fuzz(5, 400);
    fuzz(6, 400);
  }

  @Test
  @Tag("deep")
  void any_message_with_any_numbers_leaves_the_world_running_for_long() {
    for (int seed = 100; seed < 130; seed++) {
      fuzz(seed, 2000);
    }
  }
}
