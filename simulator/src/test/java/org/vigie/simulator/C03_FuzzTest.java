package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.ardupilotmega.ArdupilotmegaDialect;
import io.dronefleet.mavlink.util.EnumValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.mavlink.Autopilot;

/** Whatever message of the library with whatever numbers is sent: the world goes on. */
class C03_FuzzTest {
  private static final int IDS = 20_000;
  private static final double[] REALS = {
    0,
    1,
    -1,
    2,
    3,
    20,
    50,
    300,
    1500,
    21196,
    1e9,
    -1e30,
    1e38,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    45.439,
    4.379
  };
  private static final long[] WHOLES = {
    0,
    1,
    2,
    3,
    4,
    6,
    16,
    22,
    176,
    190,
    255,
    400,
    512,
    1000,
    1500,
    5001,
    65535,
    -1,
    454390000,
    43790000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Long.MAX_VALUE
  };

  private final SplittableRandom random = new SplittableRandom(11);

  private static List<Class<?>> messages() {
    ArdupilotmegaDialect dialect = new ArdupilotmegaDialect();
    List<Class<?>> found = new ArrayList<>();
    for (int id = 0; id < IDS; id++) {
      if (dialect.supports(id)) {
        found.add(dialect.resolve(id));
      }
    }
    return found;
  }

  private record Field(Method setter, Type type, int size, boolean target) {}

  private record Maker(Method builder, List<Field> fields, Method build) {}

  private static Maker maker(Class<?> type) {
    try {
      Method builder = type.getMethod("builder");
      List<Field> fields = new ArrayList<>();
      for (Method method : builder.getReturnType().getMethods()) {
        MavlinkFieldInfo field = method.getAnnotation(MavlinkFieldInfo.class);
        if (field != null && method.getParameterCount() == 1) {
          Type wanted = method.getGenericParameterTypes()[0];
          boolean target = method.getName().startsWith("target") && wanted == int.class;
          fields.add(new Field(method, wanted, field.arraySize(), target));
        }
      }
      return new Maker(builder, fields, builder.getReturnType().getMethod("build"));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private Object message(Maker maker) throws ReflectiveOperationException {
    Object builder = maker.builder().invoke(null);
    for (Field field : maker.fields()) {
      boolean mine = field.target() && random.nextInt(10) > 0;
      field.setter().invoke(builder, mine ? (Object) 1 : value(field.type(), field.size()));
    }
    return maker.build().invoke(builder);
  }

  private long whole() {
    return random.nextInt(3) == 0 ? random.nextInt(1000) : WHOLES[random.nextInt(WHOLES.length)];
  }

  private double real() {
    return REALS[random.nextInt(REALS.length)];
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object value(Type type, int size) {
    if (type == int.class || type == Integer.class) {
      return (int) whole();
    }
    if (type == long.class || type == Long.class) {
      return whole();
    }
    if (type == float.class || type == Float.class) {
      return (float) real();
    }
    if (type == double.class || type == Double.class) {
      return real();
    }
    if (type == BigInteger.class) {
      return BigInteger.valueOf(whole());
    }
    if (type == byte[].class) {
      byte[] bytes = new byte[Math.max(1, size)];
      random.nextBytes(bytes);
      return bytes;
    }
    if (type == String.class) {
      String[] names = {"", "RTL_ALT", "FENCE_ENABLE", "\u0000", "0123456789abcdef", "MNT1_TYPE"};
      return names[random.nextInt(names.length)];
    }
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == EnumValue.class) {
        return EnumValue.create((Class) inner, (int) whole());
      }
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        list.add(value(inner, 1));
      }
      return list;
    }
    throw new IllegalArgumentException("no value for " + type);
  }

  private void send(int count) throws ReflectiveOperationException {
    Flight flight = Flight.ready();
    flight.mode(FlightMode.GUIDED);
    List<Maker> types = messages().stream().map(C03_FuzzTest::maker).toList();
    assertThat(types.size()).as("messages of the library").isGreaterThan(200);
    for (int i = 0; i < count; i++) {
      Object message = message(types.get(random.nextInt(types.size())));
      flight
          .vehicle
          .autopilot()
          .receive(0, new Autopilot.Received(1 + random.nextInt(255), 190, message));
      if (i % 50 == 0) {
        flight.run(0.01);
        flight.forget();
      }
    }
    double before = flight.world.elapsedS();
    flight.run(1);
    assertThat(flight.world.elapsedS()).isGreaterThan(before + 0.9);
    assertThat(flight.at().length()).as("still a number").isNotNaN();
    assertThat(flight.heard()).as("it still talks").isNotEmpty();
  }

  /** In AUTO, and again in another flight when that one has come to its end. */
  private void sendInFlight(int flights, int each) throws ReflectiveOperationException {
    List<Maker> types = messages().stream().map(C03_FuzzTest::maker).toList();
    int airborne = 0;
    for (int flown = 0; flown < flights; flown++) {
      Flight flight = Flight.ready();
      flight.upload(
          0,
          List.of(
              flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
              flight.mission(Commands.NAV_WAYPOINT, 0, 300, 20),
              flight.mission(Commands.NAV_WAYPOINT, 200, 300, 25)));
      flight.mode(FlightMode.GUIDED);
      flight.command(400, 1);
      flight.mode(FlightMode.AUTO);
      flight.command(300);
      flight.until("the mission", 60, () -> flight.at().north() > 20);
      for (int i = 0; i < each; i++) {
        Object message = message(types.get(random.nextInt(types.size())));
        int system = random.nextInt(3) == 0 ? 1 + random.nextInt(255) : 255;
        flight.vehicle.autopilot().receive(0, new Autopilot.Received(system, 190, message));
        if (i % 10 == 0) {
          flight.run(0.01);
          flight.forget();
          airborne += flight.at().up() > 1 ? 1 : 0;
        }
      }
      flight.run(1);
      assertThat(flight.at().length()).as("still a number").isFinite();
      assertThat(flight.heard()).as("it still talks").isNotEmpty();
    }
    assertThat(airborne).as("looks at a vehicle in the air").isGreaterThan(flights * each / 40);
  }

  @Test
  void a_vehicle_that_flies_a_mission_goes_on_or_comes_down_but_never_stops_the_world()
      throws ReflectiveOperationException {
    sendInFlight(10, 3_000);
  }

  @Test
  @Tag("deep")
  void millions_of_messages_in_flight_do_not_stop_it() throws ReflectiveOperationException {
    sendInFlight(1_000, 3_000);
  }

  @Test
  void any_message_with_any_fields_leaves_the_world_running() throws ReflectiveOperationException {
    send(100_000);
  }

  @Test
  @Tag("deep")
  void ten_million_messages_do_too() throws ReflectiveOperationException {
    send(10_000_000);
  }
}
