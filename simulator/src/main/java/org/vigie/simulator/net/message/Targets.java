package org.vigie.simulator.net.message;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.vigie.simulator.net.frame.Frame;

/**
 * Whom a packet is for, read from its bytes. Confined to one thread.
 *
 * @source MAVLink routing: fields target_system and target_component
 */
public final class Targets {
  /** Every system, or every component. */
  public static final int ALL = 0;

  private static final int NOWHERE = -1;

  /** Where the fields are in a payload. */
  private record Places(int system, int component) {}

  private final Messages messages;

  /** At most one entry a known message. */
  private final Map<Integer, Places> places = new HashMap<>();

  public Targets(Messages messages) {
    this.messages = messages;
  }

  /** The system it is for; {@link #ALL} when it names none. */
  public int system(Frame frame) {
    return at(frame, places(frame).system());
  }

  /** The component it is for; {@link #ALL} when it names none. */
  public int component(Frame frame) {
    return at(frame, places(frame).component());
  }

  private static int at(Frame frame, int index) {
    return index == NOWHERE ? ALL : frame.payloadAt(index);
  }

  private Places places(Frame frame) {
    return places.computeIfAbsent(
        frame.messageId(),
        id -> messages.type(id).map(Targets::find).orElse(new Places(NOWHERE, NOWHERE)));
  }

  private static Places find(Class<?> type) {
    int system = NOWHERE;
    int component = NOWHERE;
    int at = 0;
    for (Method field : Coder.ordered(type)) {
      if (field.getName().equals("targetSystem")) {
        system = at;
      } else if (field.getName().equals("targetComponent")) {
        component = at;
      }
      at += Field.length(field.getAnnotation(MavlinkFieldInfo.class));
    }
    return new Places(system, component);
  }
}
