package org.vigie.groundstation.vehicle.way;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.Frame;

/**
 * All ways to one vehicle. Only a heartbeat of its autopilot opens a way, and without a key a link
 * has one way at a time: whoever merely claims the system id can neither draw orders away nor feed
 * the snapshot while the vehicle is heard there.
 *
 * <p>A vehicle's address may change (another network, a restarted modem). Who claims to be the
 * vehicle from elsewhere is heard as soon as the first has fallen quiet, and is a stranger again
 * when that one speaks; orders follow only when the first is lost. Who signs with the vehicle's key
 * is the vehicle: heard at once, from as many addresses as it has, and orders may go there.
 *
 * @threading thread-safe; links call it for every frame, so it neither waits nor allocates as a
 *     rule
 */
public final class Ways {
  /** Radio, mobile network, cable and one to spare. */
  public static final int WAYS_MAX = 4;

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
  private final WayChoice choice = new WayChoice();
  private long token;

  /**
   * A frame of the vehicle's system id came.
   *
   * @param trust what its signature says; forged ones do not come here
   */
  public synchronized Hearing heard(Frame frame, FrameOutlet from, Trust trust, Instant now) {
    long nowMs = now.toEpochMilli();
    boolean heartbeat = frame.messageId() == HEARTBEAT && frame.componentId() == AUTOPILOT;
    Way way = find(from);
    if (heartbeat && way == null) {
      way = admit(from, trust, nowMs);
    }
    if (way == null) {
      return Hearing.STRANGE;
    }
    boolean known = way.heard(frame, now, nowMs) == SequenceTrack.Place.AGAIN;
    boolean again =
        known
            || (ways.size() > 1
                && (cameElsewhere(frame, way, nowMs) || saidElsewhere(frame, way, nowMs)));
    if (heartbeat && !known && (trust != Trust.ECHO || again)) {
      way.heartbeat(nowMs); // a recording that is played again keeps no way alive
    }
    return again ? Hearing.AGAIN : Hearing.NEW;
  }

  /** Looks whether orders change their way now; how often they have in all. */
  public synchronized long follow(Instant now) {
    Way unused = choice.among(ways, now.toEpochMilli());
    return choice.changes();
  }

  /** How often orders changed their way, the first choice included. */
  public synchronized long changes() {
    return choice.changes();
  }

  /**
   * The ways that are open to orders, the chosen one first: what it does not take goes by the next.
   */
  public synchronized List<Route> inOrder(Instant now) {
    Way first = choice.among(ways, now.toEpochMilli());
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
    Way orders = choice.among(ways, nowMs);
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

  /**
   * A heartbeat came from where nobody was heard. Without the vehicle's key it is a stranger's for
   * as long as the vehicle is alive on that link: what it says of itself would count as the
   * vehicle's.
   *
   * @return its way from now on; none for a stranger
   */
  private @Nullable Way admit(FrameOutlet outlet, Trust trust, long nowMs) {
    boolean strange = trust != Trust.KEY && rival(outlet, nowMs);
    if (strange || (ways.size() >= WAYS_MAX && !makeRoom(nowMs))) {
      return null;
    }
    Way way = new Way(freeIndex(), outlet, nowMs);
    ways.add(way);
    return way;
  }

  /** Whether another is alive on the same link; the dead there are forgotten. */
  private boolean rival(FrameOutlet outlet, long nowMs) {
    for (Way other : List.copyOf(ways)) {
      if (other.outlet != outlet && other.outlet.link().equals(outlet.link())) {
        if (other.alive(nowMs)) {
          return true;
        }
        forget(other);
      }
    }
    return false;
  }

  private boolean makeRoom(long nowMs) {
    for (Way other : List.copyOf(ways)) {
      if (!other.alive(nowMs)) {
        forget(other);
        return true;
      }
    }
    return false;
  }

  private void forget(Way way) {
    ways.remove(way);
    choice.forget(way);
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

  private static long nanos(Instant now) {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }
}
