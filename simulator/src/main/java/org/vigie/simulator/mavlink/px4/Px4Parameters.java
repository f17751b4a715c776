package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.common.ParamSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.vigie.simulator.autopilot.px4.Px4Params;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.Station;

/**
 * Reads and sets parameters as PX4 does: the type must be the parameter's own, the bits are stored
 * as they come, refusals are PARAM_ERROR with an index that means nothing.
 *
 * @source recording p11; PX4 mavlink_parameters.cpp
 */
final class Px4Parameters {
  private static final String HASH = "_HASH_CHECK";
  private static final int UINT32 = 5;
  private static final int INT32 = 6;
  private static final int REAL32 = 9;
  private static final int NO_INDEX = 65535;

  /** What PX4's answer happens to hold where an index should be. */
  private static final int GARBAGE_INDEX = 24400;

  /** MAV_PARAM_ERROR. */
  private static final int DOES_NOT_EXIST = 1;

  private static final int TYPE_UNSUPPORTED = 6;
  private static final int TYPE_MISMATCH = 7;

  /** A poll is 10 ms: 1000 a second, about the recorded rate. */
  private static final int VALUES_PER_POLL = 10;

  private static final int LISTING_HASH = -1;

  private final Px4Params params;
  private final BiConsumer<Integer, Object> send;

  /** Next index of the list that a link is being sent; one entry a link. */
  private final Map<Integer, Integer> listing = new TreeMap<>();

  Px4Parameters(Px4Params params, BiConsumer<Integer, Object> send) {
    this.params = params;
    this.send = send;
  }

  void list(int link) {
    listing.put(link, LISTING_HASH);
  }

  void close(int link) {
    listing.remove(link);
  }

  void read(Station station, ParamRequestRead message) {
    int index = message.paramIndex();
    if (index >= 0) {
      if (index < params.list().size()) {
        value(station.link(), params.list().get(index));
      } else {
        error(station, message.paramId(), DOES_NOT_EXIST);
      }
    } else if (message.paramId().equals(HASH)) {
      hash(station.link());
    } else {
      Optional<Px4Params.Entry> entry = params.find(message.paramId());
      entry.ifPresentOrElse(
          found -> value(station.link(), found),
          () -> error(station, message.paramId(), DOES_NOT_EXIST));
    }
  }

  void set(Station station, ParamSet message) {
    if (message.paramId().equals(HASH)) {
      // the station has the list in its cache: no need to send it
      if (Float.floatToRawIntBits(message.paramValue()) == params.hash()) {
        listing.remove(station.link());
      }
      return;
    }
    Optional<Px4Params.Entry> found = params.find(message.paramId());
    if (found.isEmpty()) {
      error(station, message.paramId(), DOES_NOT_EXIST);
      return;
    }
    Px4Params.Entry entry = found.get();
    int type = message.paramType().value();
    if (type != INT32 && type != REAL32) {
      error(station, entry.name(), TYPE_UNSUPPORTED);
    } else if (type != (entry.real() ? REAL32 : INT32)) {
      error(station, entry.name(), TYPE_MISMATCH);
    } else {
      params.setBits(entry, Float.floatToRawIntBits(message.paramValue()));
      value(Autopilot.ALL_LINKS, entry);
    }
  }

  void changed(String name) {
    params.find(name).ifPresent(entry -> value(Autopilot.ALL_LINKS, entry));
  }

  /** Sends the next part of each list that is under way. */
  void tick() {
    if (listing.isEmpty()) {
      return;
    }
    int size = params.list().size();
    listing.replaceAll(
        (link, from) -> {
          if (from == LISTING_HASH) {
            hash(link);
            return 0;
          }
          int to = Math.min(size, from + VALUES_PER_POLL);
          for (int i = from; i < to; i++) {
            value(link, params.list().get(i));
          }
          return to;
        });
    listing.values().removeIf(next -> next >= size);
  }

  private void hash(int link) {
    send.accept(
        link,
        BytewiseParamValue.builder()
            .paramId(HASH)
            .bits(Integer.toUnsignedLong(params.hash()))
            .paramType(UINT32)
            .paramCount(params.list().size())
            .paramIndex(NO_INDEX)
            .build());
  }

  private void value(int link, Px4Params.Entry entry) {
    send.accept(
        link,
        BytewiseParamValue.builder()
            .paramId(entry.name())
            .bits(Integer.toUnsignedLong(params.bits(entry)))
            .paramType(entry.real() ? REAL32 : INT32)
            .paramCount(params.list().size())
            .paramIndex(entry.index())
            .build());
  }

  private void error(Station station, String name, int error) {
    send.accept(
        station.link(),
        ParamError.builder()
            .targetSystem(station.systemId())
            .targetComponent(station.componentId())
            .paramId(name.length() > 16 ? name.substring(0, 16) : name)
            .paramIndex(GARBAGE_INDEX)
            .error(error)
            .build());
  }
}
