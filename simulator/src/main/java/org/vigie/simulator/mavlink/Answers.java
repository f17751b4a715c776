package org.vigie.simulator.mavlink;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/** The messages that a vehicle takes, each with who answers it. Confined to the world's thread. */
public final class Answers {
  private final int systemId;
  private final Map<Class<?>, BiConsumer<Station, Object>> takers = new HashMap<>();

  /** Of a vehicle that takes nothing yet. */
  public Answers(int systemId) {
    this.systemId = systemId;
  }

  /** Takes a message of a class, whoever it is for. */
  public <M> Answers any(Class<M> type, BiConsumer<Station, M> taker) {
    takers.put(type, (station, message) -> taker.accept(station, type.cast(message)));
    return this;
  }

  /**
   * Takes a message of a class when it is for this vehicle.
   *
   * @param targetSystem whom it is for; 0 is everybody
   */
  public <M> Answers addressed(
      Class<M> type, ToIntFunction<M> targetSystem, BiConsumer<Station, M> taker) {
    return any(
        type,
        (station, message) -> {
          int target = targetSystem.applyAsInt(message);
          if (target == systemId || target == 0) {
            taker.accept(station, message);
          }
        });
  }

  /**
   * Hands a message to whom it concerns.
   *
   * @return false when messages of its class are not taken here
   */
  public boolean receive(Station station, Object message) {
    BiConsumer<Station, Object> taker = takers.get(message.getClass());
    if (taker == null) {
      return false;
    }
    taker.accept(station, message);
    return true;
  }
}
