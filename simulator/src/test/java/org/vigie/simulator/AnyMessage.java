package org.vigie.simulator;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.ardupilotmega.ArdupilotmegaDialect;
import io.dronefleet.mavlink.util.EnumValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Any message of the library with any fields, from a seed. */
public final class AnyMessage {
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

  private final SplittableRandom random;
  private final String[] names;
  private final List<Maker> makers = messages().stream().map(AnyMessage::maker).toList();

  /** Messages that follow from a seed. @param names what texts may say, besides nonsense */
  public AnyMessage(long seed, String... names) {
    this.random = new SplittableRandom(seed);
    this.names = Arrays.copyOf(names, names.length + 3);
    this.names[names.length] = "";
    this.names[names.length + 1] = "\u0000";
    this.names[names.length + 2] = "0123456789abcdef";
  }

  /** How many types there are. */
  public int types() {
    return makers.size();
  }

  /** Another one, of any type, with any fields, most of those that name a target naming us. */
  public Object next() {
    try {
      return message(makers.get(random.nextInt(makers.size())));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Who may have said it. */
  public int system() {
    return 1 + random.nextInt(255);
  }

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
}
