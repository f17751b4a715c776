package org.vigie.groundstation.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is in the air around, as last told by any receiver. Thread-safe; nobody waits. */
public final class Airspace {
  /** ADS-B comes twice a second; who was not heard for so long may be anywhere. */
  static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

  /** A receiver on a hill hears some hundred; more is a fault of the feed. */
  static final int TRAFFIC_MAX = 1000;

  private final Map<String, Traffic> byId = new ConcurrentHashMap<>();

  /** Takes news of an aircraft in; older news than what is known changes nothing. */
  public void tell(Traffic news) {
    if (byId.size() >= TRAFFIC_MAX && !byId.containsKey(news.id())) {
      byId.values().stream()
          .min(Comparator.comparing(Traffic::at))
          .ifPresent(oldest -> byId.remove(oldest.id(), oldest));
    }
    byId.merge(news.id(), news, (known, told) -> told.at().isBefore(known.at()) ? known : told);
  }

  /** Everybody but one who was heard lately. */
  public List<Traffic> others(String id, Instant now) {
    Instant since = now.minus(FORGOTTEN_AFTER);
    byId.values().removeIf(one -> one.at().isBefore(since));
    return byId.values().stream().filter(one -> !one.id().equals(id)).toList();
  }
}
