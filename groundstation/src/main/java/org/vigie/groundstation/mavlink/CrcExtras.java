package org.vigie.groundstation.mavlink;

import io.dronefleet.mavlink.MavlinkDialect;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;
import io.dronefleet.mavlink.ardupilotmega.ArdupilotmegaDialect;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CRC_EXTRA by message id: the library's table (common and ardupilotmega of February 2023) and the
 * messages that it lacks.
 */
final class CrcExtras {
  /** The message is not known. */
  static final int NONE = -1;

  /** Ids below this are looked up in an array: all that a busy stream holds. */
  private static final int DIRECT = 512;

  /**
   * Newer than the library, or of the development dialect: LINK_NODE_STATUS, PARAM_ERROR,
   * TIME_ESTIMATE_TO_TARGET, EVENT, CURRENT_EVENT_SEQUENCE, AVAILABLE_MODES, CURRENT_MODE,
   * AVAILABLE_MODES_MONITOR.
   *
   * @source the only value that fits every such frame of recorded ArduCopter and PX4 flights
   */
  private static final Map<Integer, Integer> NEWER =
      Map.of(8, 117, 345, 209, 380, 232, 410, 160, 411, 106, 435, 134, 436, 193, 437, 30);

  private static final MavlinkDialect DIALECT = new ArdupilotmegaDialect();
  private static final int[] LOW = low();

  /** Holds only ids that the dialect knows, so it is as bounded as the dialect. */
  private static final Map<Integer, Integer> HIGH = new ConcurrentHashMap<>();

  private CrcExtras() {}

  static int find(int messageId) {
    if (messageId < DIRECT) {
      return LOW[messageId];
    }
    Integer known = HIGH.get(messageId);
    if (known != null) {
      return known;
    }
    int extra = lookUp(messageId);
    if (extra != NONE) {
      HIGH.put(messageId, extra);
    }
    return extra;
  }

  private static int[] low() {
    int[] extras = new int[DIRECT];
    for (int id = 0; id < DIRECT; id++) {
      extras[id] = lookUp(id);
    }
    return extras;
  }

  private static int lookUp(int messageId) {
    if (!DIALECT.supports(messageId)) {
      return NEWER.getOrDefault(messageId, NONE);
    }
    MavlinkMessageInfo info =
        ((Class<?>) DIALECT.resolve(messageId)).getAnnotation(MavlinkMessageInfo.class);
    return info == null ? NONE : info.crc();
  }
}
