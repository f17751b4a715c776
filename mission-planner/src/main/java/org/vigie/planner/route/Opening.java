package org.vigie.planner.route;

import java.util.Set;

/**
 * What would open a way: without all of these obstacles there is one, without any fewer of them
 * there is none.
 *
 * @param names of obstacles; {@link FreeSpace#AREA} stands for the allowed area
 * @param route the soonest way then
 */
public record Opening(Set<String> names, Route route) {
  public Opening {
    names = Set.copyOf(names);
  }
}
