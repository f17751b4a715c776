package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.MavParamType;
import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.common.ParamValue;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.param.Parameter;
import org.vigie.simulator.autopilot.param.Parameters;
import org.vigie.simulator.mavlink.Autopilot;

/**
 * Reads and sets parameters as ArduPilot does: an unknown name or a value that is not a number gets
 * no answer; the type that was sent is ignored.
 *
 * @source recording a20
 */
final class ParameterProtocol {
  /** In answers to a set or a read by name. */
  private static final int NO_INDEX = 65535;

  /** A poll is 10 ms: 1500 a second, about the recorded rate. */
  private static final int VALUES_PER_POLL = 15;

  private final Parameters parameters;
  private final Announcer announcer;
  private final BiConsumer<Integer, Object> send;

  /** Next index of the list that a link is being sent; one entry a link. */
  private final Map<Integer, Integer> listing = new TreeMap<>();

  ParameterProtocol(Parameters parameters, Announcer announcer, BiConsumer<Integer, Object> send) {
    this.parameters = parameters;
    this.announcer = announcer;
    this.send = send;
  }

  void list(int link) {
    listing.put(link, 0);
  }

  void close(int link) {
    listing.remove(link);
  }

  void read(int link, ParamRequestRead message) {
    int index = message.paramIndex();
    if (index >= 0 && index < parameters.list().size()) {
      value(link, parameters.list().get(index), index);
    } else if (index == -1) {
      parameters.find(message.paramId()).ifPresent(parameter -> value(link, parameter, NO_INDEX));
    }
  }

  void set(ParamSet message) {
    if (!Float.isFinite(message.paramValue())) {
      return;
    }
    parameters
        .find(message.paramId())
        .ifPresent(
            parameter -> {
              if (parameter.readOnly()) {
                announcer.text(4, "Param write denied (" + parameter.name() + ")");
              } else {
                parameters.set(parameter, message.paramValue());
              }
              value(Autopilot.ALL_LINKS, parameter, NO_INDEX);
            });
  }

  void changed(String name) {
    parameters.find(name).ifPresent(parameter -> value(Autopilot.ALL_LINKS, parameter, NO_INDEX));
  }

  /** Sends the next part of each list that is under way. */
  void tick() {
    if (listing.isEmpty()) {
      return;
    }
    listing.replaceAll(
        (link, from) -> {
          int to = Math.min(parameters.list().size(), from + VALUES_PER_POLL);
          for (int i = from; i < to; i++) {
            value(link, parameters.list().get(i), i);
          }
          return to;
        });
    listing.values().removeIf(next -> next >= parameters.list().size());
  }

  private void value(int link, Parameter parameter, int index) {
    send.accept(
        link,
        ParamValue.builder()
            .paramId(parameter.name())
            .paramValue(parameters.value(parameter))
            .paramType(EnumValue.create(MavParamType.class, parameter.type().mavType()))
            .paramCount(parameters.list().size())
            .paramIndex(index)
            .build());
  }
}
