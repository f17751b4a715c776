package org.vigie.groundstation.vehicle.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.planner.plan.ParameterSetting;

/**
 * Compares what a vehicle carries with what it should. Immutable.
 *
 * @param itemZeroIsHome whether item 0 of a mission is home, which the vehicle sets itself; a
 *     mission without anything else then has one item or none
 */
record LoadComparison(boolean itemZeroIsHome) {
  /** All differences of a load, as text; none means equal as stored. */
  List<String> all(Load wanted, Load there) {
    List<String> all = new ArrayList<>();
    for (ListKind kind : ListKind.values()) {
      all.addAll(lists(kind, wanted.items(kind), there.items(kind)));
    }
    all.addAll(parameters(wanted.parameters(), there.parameters()));
    return all;
  }

  /** The first differences of one list. */
  List<String> list(Load wanted, ListKind kind, List<StoredItem> there) {
    return lists(kind, wanted.items(kind), there).stream()
        .limit(CarryMachine.DIFFERENCES_MAX)
        .toList();
  }

  private List<String> lists(ListKind kind, List<StoredItem> wanted, List<StoredItem> there) {
    boolean homeFirst = itemZeroIsHome && kind == ListKind.MISSION;
    if (homeFirst && wanted.size() <= 1 && there.size() <= 1) {
      return List.of();
    }
    return ListComparison.compare(wanted, there, homeFirst).stream()
        .map(d -> kind + " " + d.seq() + "." + d.field() + " " + d.wanted() + " " + d.stored())
        .toList();
  }

  /** Every wanted parameter that is not there exactly as wanted. */
  List<String> parameters(List<ParameterSetting> wanted, List<ParameterSetting> there) {
    List<String> differences = new ArrayList<>();
    for (ParameterSetting one : wanted) {
      Optional<ParameterSetting> read =
          there.stream().filter(other -> other.name().equals(one.name())).findFirst();
      if (read.isEmpty() || read.get().value() != one.value()) {
        differences.add(
            one.name()
                + " "
                + one.value()
                + " "
                + read.map(found -> Float.toString(found.value())).orElse("unread"));
      }
    }
    return differences;
  }

  /** Names that could be read before and cannot now. */
  List<String> unread(List<ParameterSetting> before, List<ParameterSetting> now) {
    return before.stream()
        .map(ParameterSetting::name)
        .filter(name -> now.stream().noneMatch(other -> other.name().equals(name)))
        .toList();
  }
}
