package org.vigie.simulator.mavlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When a link gets which message. Confined to the world's thread. */
public final class Streams {
  /** Faster is refused. @source recording a21: SCHED_LOOP_RATE 400 */
  public static final long INTERVAL_US_MIN = 2500;

  private static final class Stream {
    long intervalUs;
    long nextUs;
  }

  /** Sorted, so that one seed gives one order. At most the messages a vehicle knows. */
  private final Map<Integer, Stream> streams = new TreeMap<>();

  /** The default streams of a station that has just connected. */
  public Streams(double timeS) {
    long now = (long) (timeS * 1e6);
    for (int id : new int[] {MessageIds.ATTITUDE, MessageIds.GLOBAL_POSITION_INT}) {
      set(id, 250_000, now);
    }
    for (int id :
        new int[] {
          MessageIds.VFR_HUD,
          MessageIds.FENCE_STATUS,
          MessageIds.MISSION_CURRENT,
          MessageIds.EXTENDED_SYS_STATE
        }) {
      set(id, 500_000, now);
    }
    for (int id :
        new int[] {
          MessageIds.SYS_STATUS,
          MessageIds.SYSTEM_TIME,
          MessageIds.GPS_RAW_INT,
          MessageIds.BATTERY_STATUS,
          MessageIds.EKF_STATUS_REPORT
        }) {
      set(id, 1_000_000, now);
    }
  }

  /**
   * Other default streams.
   *
   * @param intervalsUs microseconds between two messages, by message number
   */
  public Streams(double timeS, Map<Integer, Long> intervalsUs) {
    long now = (long) (timeS * 1e6);
    intervalsUs.forEach((id, interval) -> set(id, interval, now));
  }

  private void set(int messageId, long intervalUs, long nowUs) {
    Stream stream = new Stream();
    stream.intervalUs = intervalUs;
    stream.nextUs = nowUs + intervalUs;
    streams.put(messageId, stream);
  }

  /** Another interval; 0 or less switches the stream off. */
  public void setInterval(int messageId, long intervalUs, double timeS) {
    if (intervalUs <= 0) {
      streams.remove(messageId);
    } else {
      set(messageId, intervalUs, (long) (timeS * 1e6));
    }
  }

  /** Microseconds between two messages, -1 when off. */
  public long interval(int messageId) {
    Stream stream = streams.get(messageId);
    return stream == null ? -1 : stream.intervalUs;
  }

  /** Messages due now. */
  public List<Integer> due(double timeS) {
    long now = (long) (timeS * 1e6);
    List<Integer> due = List.of();
    for (Map.Entry<Integer, Stream> entry : streams.entrySet()) {
      Stream stream = entry.getValue();
      if (now >= stream.nextUs) {
        if (due.isEmpty()) {
          due = new ArrayList<>();
        }
        due.add(entry.getKey());
        stream.nextUs = Math.max(stream.nextUs + stream.intervalUs, now);
      }
    }
    return due;
  }

  /** REQUEST_DATA_STREAM. @source MAVLink MAV_DATA_STREAM, ArduCopter's groups */
  public void request(int group, int rateHz, boolean on, double timeS) {
    int[] ids =
        switch (group) {
          case 2 ->
              new int[] {
                MessageIds.SYS_STATUS,
                MessageIds.GPS_RAW_INT,
                MessageIds.MISSION_CURRENT,
                MessageIds.FENCE_STATUS
              };
          case 6 -> new int[] {MessageIds.GLOBAL_POSITION_INT, MessageIds.LOCAL_POSITION_NED};
          case 10 -> new int[] {MessageIds.ATTITUDE};
          case 11 -> new int[] {MessageIds.VFR_HUD};
          case 12 ->
              new int[] {
                MessageIds.SYSTEM_TIME, MessageIds.BATTERY_STATUS, MessageIds.EKF_STATUS_REPORT
              };
          case 0 ->
              new int[] {
                MessageIds.SYS_STATUS,
                MessageIds.GPS_RAW_INT,
                MessageIds.MISSION_CURRENT,
                MessageIds.FENCE_STATUS,
                MessageIds.GLOBAL_POSITION_INT,
                MessageIds.LOCAL_POSITION_NED,
                MessageIds.ATTITUDE,
                MessageIds.VFR_HUD,
                MessageIds.SYSTEM_TIME,
                MessageIds.BATTERY_STATUS,
                MessageIds.EKF_STATUS_REPORT
              };
          default -> new int[0];
        };
    long interval = on && rateHz > 0 ? Math.max(INTERVAL_US_MIN, 1_000_000L / rateHz) : 0;
    for (int id : ids) {
      setInterval(id, interval, timeS);
    }
  }
}
