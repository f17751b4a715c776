package org.vigie.simulator.mavlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.mavlink.Autopilot.Outgoing;

/**
 * The open links of a vehicle with their streams, and what waits to be said on them. Confined to
 * the world's thread.
 */
public final class Outbox {
  /** One entry an open link, sorted so that one seed gives one order; the server limits them. */
  private final Map<Integer, Streams> links = new TreeMap<>();

  private List<Outgoing> waiting = new ArrayList<>();

  /** A station has connected. */
  public void open(int link, Streams streams) {
    links.put(link, streams);
  }

  /** A station is gone. */
  public void close(int link) {
    links.remove(link);
  }

  /** What a link is streamed; null when it is not open. */
  public @Nullable Streams streams(int link) {
    return links.get(link);
  }

  /** Does something to the streams of every link. */
  public void each(Consumer<Streams> change) {
    links.values().forEach(change);
  }

  /** Says something on a link, or on {@link Autopilot#ALL_LINKS}; nothing on one that is closed. */
  public void send(int link, Object message) {
    send(link, Autopilot.COMPONENT, message);
  }

  private void send(int link, int componentId, Object message) {
    if (link == Autopilot.ALL_LINKS || links.containsKey(link)) {
      waiting.add(new Outgoing(link, componentId, message));
    }
  }

  /** How another component of the vehicle says something. */
  public BiConsumer<Integer, Object> as(int componentId) {
    return (link, message) -> send(link, componentId, message);
  }

  /**
   * Says what each link's streams have due.
   *
   * @param build the message of a number, empty when there is nothing to say
   */
  public void stream(double timeS, IntFunction<Optional<Object>> build) {
    links.forEach(
        (link, streams) -> {
          for (int id : streams.due(timeS)) {
            build.apply(id).ifPresent(message -> waiting.add(new Outgoing(link, message)));
          }
        });
  }

  /** Everything that waits, which waits no more. */
  public List<Outgoing> take() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Outgoing> said = waiting;
    waiting = new ArrayList<>();
    return said;
  }
}
