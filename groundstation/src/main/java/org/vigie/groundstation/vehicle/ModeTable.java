package org.vigie.groundstation.vehicle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The modes of an autopilot by number and by name. Immutable. */
final class ModeTable {
  private final Map<Long, FlightMode> byNumber;
  private final Map<String, FlightMode> byName;

  ModeTable(List<FlightMode> modes) {
    byNumber = index(modes, FlightMode::customMode);
    byName = index(modes, FlightMode::name);
  }

  private static <K> Map<K, FlightMode> index(List<FlightMode> modes, Function<FlightMode, K> key) {
    return modes.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }

  FlightMode of(long customMode) {
    FlightMode known = byNumber.get(customMode);
    return known == null ? new FlightMode(customMode, "MODE " + customMode, false) : known;
  }

  Optional<FlightMode> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
