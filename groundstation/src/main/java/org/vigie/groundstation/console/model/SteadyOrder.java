package org.vigie.groundstation.console.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps a list from jumping: while it is held, those that are in it keep their places and new ones
 * come behind; else the worst come first.
 *
 * @threading confined to the model's thread
 */
final class SteadyOrder<T> {
  private final Function<T, String> id;
  private final Comparator<T> worstFirst;
  private List<String> places = List.of();

  SteadyOrder(Function<T, String> id, Comparator<T> worstFirst) {
    this.id = id;
    this.worstFirst = worstFirst;
  }

  List<T> arrange(List<T> rows, boolean held) {
    List<T> sorted = new ArrayList<>(rows);
    sorted.sort(worstFirst);
    if (held) {
      Map<String, Integer> before = new HashMap<>();
      places.forEach(one -> before.put(one, before.size()));
      sorted.sort(
          Comparator.comparingInt(row -> before.getOrDefault(id.apply(row), Integer.MAX_VALUE)));
    }
    places = sorted.stream().map(id).toList();
    return sorted;
  }
}
