package org.vigie.groundstation.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.People;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.time.StationClock;

/** To whom a pilot can hand an aircraft over. */
final class PilotOperations {
  private static final double MS_PER_S = 1_000;

  private final People people;
  private final Desk desk;
  private final StationClock clock;

  PilotOperations(People people, Desk desk, StationClock clock) {
    this.people = people;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * A pilot as other pilots see them.
   *
   * @param seenS seconds since their console was last heard, absent when it was not since the start
   */
  private record PilotView(String personId, String name, String service, @Nullable Double seenS) {}

  List<Operation> all() {
    return List.of(Operation.get("/api/pilots", Permission.COMMAND_FLIGHT, this::list));
  }

  private void list(Call call) {
    call.send(200, Map.of("pilots", people.with(Role.PILOT).stream().map(this::view).toList()));
  }

  private PilotView view(Person pilot) {
    return new PilotView(
        pilot.id(),
        pilot.name(),
        pilot.service(),
        desk.pilotSeen(pilot.id())
            .map(seen -> Math.max(0, Duration.between(seen, clock.now()).toMillis() / MS_PER_S))
            .orElse(null));
  }
}
