package org.vigie.groundstation.vehicle.way;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.Frame;

/**
 * All ways to one vehicle. Only a heartbeat of its autopilot opens a way, and a link has one way at
 * a time: whoever merely claims the system id can neither draw orders away nor feed the snapshot
 * while the vehicle is alive there. What comes by several ways counts once.
 *
 * <p>Orders go by one way. It is left at once when it breaks, or falls quiet while another brings
 * frames; and after three seconds in which another was of a better grade. A way that is good is
 * kept, so that ways of equal worth do not take turns.
 *
 * @threading thread-safe; links call it for every frame, so it neither waits nor allocates as a
 *     rule
 */
public final class Ways {
  /** Radio, mobile network, cable and one to spare. */
  public static final int WAYS_MAX = 4;

  /** Grades swing for a moment; what lasts this long is believed. */
  private static final long BETTER_FOR_MS = 3000;

  private static final int HEARTBEAT = 0;
  private static final int STATUSTEXT = 253;
  private static final int AUTOPILOT = 1;

  /** What a frame is to the vehicle. */
  public enum Hearing {
    /** It counts. */
    NEW,
    /** It came before, by this way or another; it only tells of the way's quality. */
    AGAIN,
    /** It comes by no way that leads to the vehicle. */
    STRANGE
  }

  /**
   * A way to send by.
   *
   * @param index less than {@link #WAYS_MAX}, the same as long as the way is open
   */
  public record Route(int index, FrameOutlet outlet) {}

  private final List<Way> ways = new ArrayList<>();
  private final Sayings sayings = new Sayings();
  private @Nullable Way chosen;
  private @Nullable Way better;
  private long betterSinceMs;
  private long changes;
  private long token;

  /** A frame of the vehicle's system id came. */
  public synchronized Hearing heard(Frame frame, FrameOutlet from, Instant now) {
    long nowMs = now.toEpochMilli();
    boolean heartbeat = frame.messageId() == HEARTBEAT && frame.componentId() == AUTOPILOT;
    Way way = find(from);
    if (way == null) {
      way = heartbeat ? admit(from, nowMs) : null;
      if (way == null) {
        return Hearing.STRANGE;
      }
    }
    if (heartbeat) {
      way.heartbeat(nowMs);
    }
    if (way.heard(frame, now, nowMs) == SequenceTrack.Place.AGAIN) {
      return Hearing.AGAIN;
    }
    if (ways.size() > 1 && (cameElsewhere(frame, way, nowMs) || saidElsewhere(frame, way, nowMs))) {
      return Hearing.AGAIN;
    }
    return Hearing.NEW;
  }

  /** Looks whether orders change their way now; how often they have in all. */
  public synchronized long follow(Instant now) {
    Way unused = best(now.toEpochMilli());
    return changes;
  }

  /** How often orders changed their way, the first choice included. */
  public synchronized long changes() {
    return changes;
  }

  /** The ways that are open, the chosen one first: what it does not take goes by the next. */
  public synchronized List<Route> inOrder(Instant now) {
    Way first = best(now.toEpochMilli());
    List<Route> ordered = new ArrayList<>(ways.size());
    if (first != null) {
      ordered.add(new Route(first.index, first.outlet));
    }
    for (Way way : ways) {
      if (way != first && way.outlet.open()) {
        ordered.add(new Route(way.index, way.outlet));
      }
    }
    return ordered;
  }

  /** A new question for one way: the number that its answer repeats, never 0. */
  public synchronized long ask(FrameOutlet by, Instant now) {
    Way way = find(by);
    token = Math.max(token + 1, nanos(now));
    if (way != null) {
      way.roundTrip.asked(token, now);
    }
    return token;
  }

  /** An answer came; one to another's question changes nothing. */
  public synchronized void answered(FrameOutlet from, long answeredToken, Instant now) {
    Way way = find(from);
    if (way != null) {
      way.roundTrip.answered(answeredToken, now);
    }
  }

  /** All ways, in the order in which they were found. */
  public synchronized List<WayQuality> qualities(Instant now) {
    long nowMs = now.toEpochMilli();
    Way orders = best(nowMs);
    return ways.stream().map(way -> way.quality(nowMs, way == orders)).toList();
  }

  private @Nullable Way find(FrameOutlet outlet) {
    for (int i = 0; i < ways.size(); i++) {
      if (ways.get(i).outlet == outlet) {
        return ways.get(i);
      }
    }
    return null;
  }

  private @Nullable Way admit(FrameOutlet outlet, long nowMs) {
    for (Way other : List.copyOf(ways)) {
      if (other.outlet.link().equals(outlet.link())) {
        if (other.alive(nowMs)) {
          return null;
        }
        forget(other);
      } else if (ways.size() >= WAYS_MAX && !other.alive(nowMs)) {
        forget(other);
      }
    }
    if (ways.size() >= WAYS_MAX) {
      return null;
    }
    Way way = new Way(freeIndex(), outlet, nowMs);
    ways.add(way);
    return way;
  }

  private void forget(Way way) {
    ways.remove(way);
    if (better == way) {
      better = null;
    }
    if (chosen == way) {
      chosen = null;
    }
  }

  private int freeIndex() {
    for (int index = 0; ; index++) {
      int candidate = index;
      if (ways.stream().noneMatch(way -> way.index == candidate)) {
        return index;
      }
    }
  }

  private boolean cameElsewhere(Frame frame, Way by, long nowMs) {
    for (int i = 0; i < ways.size(); i++) {
      Way other = ways.get(i);
      if (other != by && other.holds(frame, by, nowMs)) {
        return true;
      }
    }
    return false;
  }

  private boolean saidElsewhere(Frame frame, Way by, long nowMs) {
    return frame.messageId() == STATUSTEXT
        && sayings.again(Arrays.hashCode(frame.payload()), by.index, nowMs);
  }

  private @Nullable Way best(long nowMs) {
    if (ways.size() == 1) {
      return choose(ways.get(0));
    }
    Way candidate = null;
    for (int i = 0; i < ways.size(); i++) {
      Way way = ways.get(i);
      if (candidate == null || preferred(way, candidate, nowMs)) {
        candidate = way;
      }
    }
    Way now = chosen;
    if (candidate == null || now == candidate) {
      better = null;
      return now;
    }
    return now == null || leaves(now, candidate, nowMs) ? choose(candidate) : now;
  }

  private static boolean preferred(Way way, Way other, long nowMs) {
    if (way.quiet(nowMs) != other.quiet(nowMs)) {
      return other.quiet(nowMs);
    }
    return way.grade(nowMs).betterThan(other.grade(nowMs));
  }

  /** Whether orders leave a way for the one that is preferred now. */
  private boolean leaves(Way now, Way candidate, long nowMs) {
    boolean useful = candidate.grade(nowMs).betterThan(now.grade(nowMs));
    if (now.quiet(nowMs) && !candidate.quiet(nowMs)) {
      return true;
    }
    if (useful && now.grade(nowMs) == WayGrade.SILENT) {
      return true;
    }
    if (!useful) {
      better = null;
      return false;
    }
    if (better != candidate) {
      better = candidate;
      betterSinceMs = nowMs;
    }
    return nowMs - betterSinceMs >= BETTER_FOR_MS;
  }

  private Way choose(Way way) {
    if (chosen != way) {
      chosen = way;
      better = null;
      changes++;
    }
    return way;
  }

  private static long nanos(Instant now) {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }
}
